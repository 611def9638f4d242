using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Says that everything is as it stands: the firm itself, or the register's keeper after asking. Voluntary, never a duty.</summary>
public sealed class ConfirmOrganisation(UseCaseContext context) : FirmCommand<ConfirmOrganisation.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        if (input.Version is { } seen && seen != firm.Version) return Outcome<Guid>.Conflict("刚刚有人改过资料，请看一下最新内容再确认。");
        Expect(firm, input.Version);
        firm.Confirm(Actor.UserId, Now);
        Record(new OrganisationConfirmed(firm.Id, Actor.OrganisationId == firm.Id));
        return Outcome<Guid>.Done(firm.Id);
    }
}
