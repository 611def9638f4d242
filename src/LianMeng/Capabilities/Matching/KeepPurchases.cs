using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Keeps what a newcomer said it buys as the firm's purchases; what it has already stays as it is.</summary>
public sealed class KeepPurchases(UseCaseContext context, PurchaseBook purchases, FirmDirectory firms) : Command<KeepPurchases.Input, KeepPurchases.Kept>(context)
{
    private const int LongestName = 100;

    public sealed class Input
    {
        public Guid OrganisationId { get; set; }

        [Display(Name = "要采购什么"), Required, StringLength(FindMatches.MostText)]
        public string? Text { get; set; }
    }

    /// <param name="Added">those that were new</param>
    public sealed record Kept(Guid OrganisationId, int Added);

    public override Access Access => Access.Needs(PurchaseBook.Needs);

    protected override async Task<Outcome<Kept>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await firms.FindAsync(input.OrganisationId, cancellation) is not { } firm) return Outcome<Kept>.NotFound();
        if (!await purchases.MayKeepAsync(firm.Id, cancellation)) return Outcome<Kept>.Denied("只能登记本企业的采购。");
        var names = ImportText.Split(input.Text!).Take(ShowNewcomer.MostLines).ToList();
        if (names.FirstOrDefault(n => n.Length > LongestName) is { } tooLong) return Outcome<Kept>.Invalid("text", $"单个产品名最多 {LongestName} 个字，“{tooLong[..20]}…”太长；一行写一个产品。");
        var (added, problem) = await purchases.AddAsync(firm.Id, names, cancellation);
        return problem is null ? Outcome<Kept>.Done(new(firm.Id, added)) : Outcome<Kept>.Invalid("text", problem);
    }
}
