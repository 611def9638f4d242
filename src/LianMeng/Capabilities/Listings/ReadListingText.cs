using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Takes a need or an offer typed in one sentence apart into the fields of a listing. Nothing is saved.</summary>
public sealed class ReadListingText(UseCaseContext context, ListingText reader) : Show<ReadListingText.Input, ReadListingText.View>(context)
{
    public sealed class Input
    {
        [Display(Name = "一句话"), StringLength(ListingText.Limit)]
        public string? Text { get; set; }
    }

    /// <param name="Understood">The fields that were read, in words, in the order of the form.</param>
    public sealed record View(
        ListingKind Kind, ListingSubject Subject, string Title, string? Text, string? Product, string? Grade, decimal? Quantity, string? Unit, decimal? Price, string? Certificates, string? Region, string? WasteCode, DateOnly? ValidUntil,
        IReadOnlyList<string> Understood);

    public override Access Access => Access.Needs(ListingsCapability.Post);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(input.Text ?? "", cancellation) is not { } reading) return new(ListingKind.Demand, ListingSubject.Product, "", null, null, null, null, null, null, null, null, null, null, []);
        var form = reading.Form;
        return new(
            form.Kind!.Value, form.Subject!.Value, form.Title!, form.Text, form.Product, reading.Read.Grade, form.Quantity, form.Unit, form.Price, form.Certificates, form.Region, form.WasteCode, form.ValidUntil,
            [.. Words(form, reading.Read.Grade)]);
    }

    private static IEnumerable<string> Words(ListingForm form, string? grade)
    {
        yield return $"类型：{ListExport.Words(form.Kind!.Value)}";
        if (form.Product is { } product) yield return $"产品：{product}";
        if (grade is not null) yield return $"牌号、型号：{grade}";
        if (form.Quantity is { } quantity) yield return $"数量：{quantity:#,##0.####} {form.Unit}";
        if (form.Price is { } price) yield return $"价格：{price:#,##0.####} 元（不公开）";
        if (form.Region is { } region) yield return $"地区：{region}";
        if (form.Certificates is { } certificates) yield return $"证书：{certificates}";
        if (form.WasteCode is { } code) yield return $"废物代码：{code}";
        if (form.ValidUntil is { } until) yield return $"期限：{until:yyyy-MM-dd}";
    }
}
