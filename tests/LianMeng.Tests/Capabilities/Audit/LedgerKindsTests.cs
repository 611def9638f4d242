using LianMeng.Capabilities.Audit;
using LianMeng.Shared.Ledger;

namespace LianMeng.Tests.Capabilities.Audit;

public sealed class LedgerKindsTests
{
    [Fact]
    public void Every_kind_of_fact_can_be_chosen_in_Chinese_words()
    {
        Assert.NotEmpty(LedgerKinds.All);
        Assert.Equal(FactCatalogue.All.Select(type => type.Name).Order(StringComparer.Ordinal), LedgerKinds.All.Select(kind => kind.Kind).Order(StringComparer.Ordinal));
        Assert.All(LedgerKinds.All, kind => Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}[\p{IsCJKUnifiedIdeographs}，]+$", kind.Words));
    }
}
