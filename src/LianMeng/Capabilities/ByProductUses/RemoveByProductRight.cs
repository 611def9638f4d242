using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>The receiver may not take that code any more, or it was written down wrongly.</summary>
public sealed class RemoveByProductRight(UseCaseContext context) : ByProductUseCommand<RemoveByProductRight.Input>(context)
{
    public sealed class Input : IByProductUseInput
    {
        public Guid Id { get; set; }
        public Guid RightId { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(ByProductUse use, Input input, CancellationToken cancellation)
    {
        if (use.Rights.FirstOrDefault(r => r.Id == input.RightId) is not { } right) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.NotFound());
        use.RemoveRight(right.Id, Now);
        Record(new ByProductRightChanged(use.Id, use.OrganisationId, right.Id, right.Code, IsRemoved: true));
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}
