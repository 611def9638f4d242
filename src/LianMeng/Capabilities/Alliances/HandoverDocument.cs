using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Documents;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The hand-over sheet as a Word document.</summary>
internal static class HandoverDocument
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/api/chair-terms/{id}/handover.docx", async (Guid id, ShowHandover show, Actor actor, CancellationToken cancellation) =>
        {
            var outcome = await show.RunAsync(new() { Id = id }, cancellation);
            return outcome.IsDone
                ? Results.Stream(stream => WordWriter.WriteAsync(stream, BlocksOf(outcome.Value!), cancellation), WordWriter.ContentType, $"{outcome.Value!.Alliance}轮值交接单.docx")
                : Problems.Of(outcome, actor.IsSignedIn);
        }).WithTags("Alliances").WithSummary("轮值交接单，Word 文档").WithMetadata(new UseCaseMetadata(typeof(ShowHandover)))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    public static IReadOnlyList<WordBlock> BlocksOf(ShowHandover.View sheet)
    {
        var blocks = new List<WordBlock> { new WordBlock.Title($"{sheet.Alliance}轮值交接单"), new WordBlock.Paragraph(Opening(sheet)) };
        blocks.Add(new WordBlock.Heading("一、未办结的清单事项"));
        if (sheet.Entries.Count == 0) blocks.Add(new WordBlock.Paragraph("没有未办结的事项。"));
        else blocks.Add(new WordBlock.Table(["清单", "事项", "责任单位", "期限", "进展"], [.. sheet.Entries.Select(e => (IReadOnlyList<string>)[ListExport.Words(e.Kind), e.Title, e.Owner, e.Deadline is { } day ? ChinaTime.Date(day) : "未定", e.DoneText is null ? ListExport.Words(e.State) : $"{ListExport.Words(e.State)}：{e.DoneText}"])]));
        blocks.Add(new WordBlock.Heading("二、近期要办的事"));
        if (sheet.Due.Count == 0) blocks.Add(new WordBlock.Paragraph("没有待办。"));
        blocks.AddRange(sheet.Due.Select((line, at) => new WordBlock.Paragraph($"{at + 1}．{line}。")));
        blocks.Add(new WordBlock.Heading("三、交接确认"));
        blocks.Add(new WordBlock.Paragraph($"移交单位（{sheet.From}）负责人：　　　　　　　　日期："));
        blocks.Add(new WordBlock.Paragraph($"接任单位（{sheet.To ?? "待定"}）负责人：　　　　　　　　日期："));
        blocks.Add(new WordBlock.Signature(ChinaTime.Date(sheet.Today)));
        return blocks;
    }

    public static string Opening(ShowHandover.View sheet)
        => $"{sheet.From}党组织自{ChinaTime.Date(sheet.Begins)}至{ChinaTime.Date(sheet.Ends)}任{sheet.Alliance}轮值单位，{(sheet.To is null ? "接任单位待定" : $"由{sheet.To}党组织接任")}。联盟现有成员 {sheet.Members} 家，未办结事项 {sheet.Entries.Count} 项，移交如下。";
}
