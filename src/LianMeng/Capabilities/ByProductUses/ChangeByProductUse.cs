using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>States a use anew; what is left out is not known any more.</summary>
public sealed class ChangeByProductUse(UseCaseContext context) : ByProductUseCommand<ChangeByProductUse.Input>(context)
{
    public sealed class Input : ByProductUseForm, IByProductUseInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(ByProductUse use, Input input, CancellationToken cancellation)
    {
        var (details, errors) = input.Check();
        if (details is null) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Invalid(errors));
        var changes = use.Change(details, Now);
        if (changes.Count > 0) Record(new ByProductUseChanged(use.Id, use.OrganisationId, changes));
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}
