using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Inquiries;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>Invented bills of invented firms: one whose offers can be compared, one whose maker has still to answer. A district that has bills is left as it is.</summary>
internal sealed class DemonstrationInquiries(ConsoleHost host)
{
    private const string Note = "演示数据，产品、数量和价格都是编的";

    /// <param name="Price">null: not answered</param>
    /// <param name="Declined">instead of a price</param>
    private sealed record Ask(string Product, string Maker, decimal? Price, decimal? Quantity, int? LeadDays, string? Declined = null);

    private sealed record Plan(string Region, string Buyer, string Name, IReadOnlyList<BillLineForm> Lines, IReadOnlyList<Ask> Asks);

    private static readonly Plan[] Plans =
    [
        new("500151", "重庆岚骁驿电动车股份有限公司", "两轮车零部件备料（演示）",
        [
            Line("轮毂电机", "48V 500W", 3000, "台", 45, "铜梁高新区蒲吕组团"), Line("铝合金压铸件(电机壳体)", "ADC12，图号 LXY-07", 3000, "件", 30, "铜梁高新区蒲吕组团"), Line("电动车铝轮", "12 寸", 6000, "只", 40, null),
            Line("主线束", "72V 平台", 3000, "套", 35, null), Line("锂电池组", "72V20Ah", 1500, "组", 60, null), Line("电动车轮胎", "3.00-10", 6000, "条", 40, null),
        ],
        [
            new("轮毂电机", "重庆漩钧电机有限公司", 236, null, 25), new("铝合金压铸件(电机壳体)", "重庆珩熔压铸有限公司", 31.5m, null, 20), new("铝合金压铸件(电机壳体)", "重庆岫鋆精密压铸有限公司", 29.8m, 2000, 30),
            new("电动车铝轮", "重庆辚圜车轮有限公司", null, null, null, "这个尺寸近期排产已满"), new("主线束", "重庆缃络线束有限公司", null, null, null), new("锂电池组", "重庆沄蓄岑新能源有限公司", 842, null, 40),
        ]),
        new("500107", "重庆岐镟压铸有限公司", "下月原料（演示）", [Line("ADC12 铝合金锭", "GB/T 8733", 60, "吨", 20, "九龙坡区西彭")], [new("ADC12 铝合金锭", "重庆炽汨镕再生铝业有限公司", null, null, null)]),
    ];

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var plan in Plans) added += await EnterAsync(plan, cancellation);
        say($"物料清单和询价：新增 {added} 份询价（编的）");
    }

    private async Task<int> EnterAsync(Plan plan, CancellationToken cancellation)
    {
        Guid district;
        Dictionary<string, Guid> firms;
        await using (var reading = await host.ScopeAsync(DistrictIds.City, cancellation))
        {
            var db = reading.ServiceProvider.GetRequiredService<AppDb>();
            district = await db.Set<District>().Where(d => d.RegionCode == plan.Region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
            if (await db.Set<Bill>().AnyAsync(b => b.DistrictId == district, cancellation)) return 0;
            var names = plan.Asks.Select(a => a.Maker).Append(plan.Buyer).ToList();
            firms = await db.Set<Organisation>().Where(o => o.DistrictId == district && names.Contains(o.Name)).ToDictionaryAsync(o => o.Name, o => o.Id, StringComparer.Ordinal, cancellation);
        }

        if (!firms.TryGetValue(plan.Buyer, out var buyer)) return 0;
        await using var scope = await host.ScopeAsync(district, cancellation);
        var services = scope.ServiceProvider;
        var store = services.GetRequiredService<AppDb>();
        var today = ChinaTime.Today(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var bill = Must(await services.GetRequiredService<MakeBill>().RunAsync(new() { Name = plan.Name, Lines = [.. plan.Lines.Select(l => Dated(l, today))], SpeaksFor = buyer }, cancellation: cancellation)).Id;
        var lines = await store.Set<BillLine>().Where(l => l.BillId == bill).ToDictionaryAsync(l => l.Product, l => l.Id, StringComparer.Ordinal, cancellation);
        var asks = plan.Asks.Where(a => firms.ContainsKey(a.Maker)).ToList();
        var sent = Must(await services.GetRequiredService<SendInquiries>().RunAsync(new() { Id = bill, Choices = [.. asks.Select(a => $"{lines[a.Product]}:{firms[a.Maker]}")], AnswerBy = today.AddDays(10) }, cancellation: cancellation));
        foreach (var ask in asks.Where(a => a.Price is not null || a.Declined is not null))
        {
            var (maker, product) = (firms[ask.Maker], ask.Product);
            var line = await store.Set<InquiryLine>().Where(l => l.Product == product && store.Set<Inquiry>().Any(i => i.Id == l.InquiryId && i.BillId == bill && i.SellerId == maker)).Select(l => new { l.Id, l.InquiryId }).SingleAsync(cancellation);
            var offer = new LineOfferForm { LineId = line.Id, Price = ask.Price, Quantity = ask.Quantity, LeadDays = ask.LeadDays, ValidUntil = ask.Price is null ? null : today.AddDays(30), Remark = ask.Price is null ? null : Note, Declined = ask.Declined };
            Must(await services.GetRequiredService<AnswerInquiry>().RunAsync(new() { Id = line.InquiryId, SpeaksFor = maker, Lines = [offer] }, cancellation: cancellation));
        }

        return sent.Makers;
    }

    /// <param name="days">from today; a day cannot be written here</param>
    private static BillLineForm Line(string product, string specification, decimal quantity, string unit, int days, string? place)
        => new() { Product = product, Specification = specification, Quantity = quantity, Unit = unit, WantedBy = DateOnly.MinValue.AddDays(days), DeliverTo = place, Remark = Note };

    private static BillLineForm Dated(BillLineForm line, DateOnly today)
        => new() { Product = line.Product, Specification = line.Specification, Quantity = line.Quantity, Unit = line.Unit, WantedBy = today.AddDays(line.WantedBy!.Value.DayNumber), DeliverTo = line.DeliverTo, Remark = line.Remark };
}
