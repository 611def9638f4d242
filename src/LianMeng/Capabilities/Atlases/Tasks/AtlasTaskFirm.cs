using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>An organisation that a task is about.</summary>
public sealed class AtlasTaskFirm : IDistrictOwned
{
    private AtlasTaskFirm() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid TaskId { get; private set; }
    public Guid OrganisationId { get; private set; }

    internal static AtlasTaskFirm Of(AtlasTask task, Guid organisation) => new() { Id = Guid.CreateVersion7(), DistrictId = task.DistrictId, TaskId = task.Id, OrganisationId = organisation };

    internal void Follow(Guid to) => OrganisationId = to;
}
