using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>The firm does not take these any more: the use leaves the lists and every calculation.</summary>
public sealed class WithdrawByProductUse(UseCaseContext context) : ByProductUseCommand<WithdrawByProductUse.Input>(context)
{
    public sealed class Input : IByProductUseInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(ByProductUse use, Input input, CancellationToken cancellation)
    {
        use.Withdraw(Now);
        Record(new ByProductUseWithdrawn(use.Id, use.OrganisationId));
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}
