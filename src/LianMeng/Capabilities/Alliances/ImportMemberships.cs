using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Takes in members from a file: who is not in the alliance becomes an active member, who applied or was approved does too.</summary>
public sealed class ImportMemberships(UseCaseContext context, MembershipRoster roster, FileStore storage, OperationProgress progress)
    : ImportCommand<MembershipRoster.Stated>(context, roster, storage, progress)
{
    private const string TakenIn = "名单导入";

    public override Access Access => Access.Needs(AlliancesCapability.Act);

    public override ImportKind Kind => MembershipRoster.Kind;

    protected override Fact Imported(string fileHash, ImportTally tally) => new MembershipsImported(fileHash, tally.New, tally.Changed, tally.Same, tally.RejectedRows);

    protected override string? Refusal() => Actor.WriteDistrict == DistrictIds.City ? "联盟属于区县；请由联盟书记导入。" : null;

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<MembershipRoster.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var firms = lines.Select(l => l.Details!.Firm.Id).ToList();
        var known = await Db.Set<Membership>().Where(m => m.DistrictId == Actor.WriteDistrict && m.LiveOrganisationId != null && firms.Contains(m.OrganisationId))
            .ToDictionaryAsync(m => (m.AllianceId, m.OrganisationId), cancellation);
        foreach (var line in lines)
            Take(line.Row.RowNumber, line.Details!, known.GetValueOrDefault((line.Details!.AllianceId, line.Details.Firm.Id)), tally, commit);
    }

    private void Take(int row, MembershipRoster.Stated stated, Membership? known, ImportTally tally, bool commit)
    {
        var reason = stated.Note is { } note ? $"{TakenIn}：{note}" : TakenIn;
        if (known is null)
        {
            tally.Take(new(row, stated.Firm.Name, stated.Firm.Uscc, true, []) { Detail = stated.Alliance }, $"{stated.AllianceId}:{stated.Firm.Id}");
            if (!commit) return;
            var membership = Membership.Known(Actor.WriteDistrict, stated.AllianceId, stated.Firm.Id, null, stated.JoinedOn ?? ChinaTime.Today(Now), reason, stated.Note);
            Db.Add(membership);
            Record(new MembershipBegun(membership.Id, stated.AllianceId, stated.Firm.Id, membership.State, reason));
            return;
        }

        var changes = Change(known, stated, reason, commit);
        tally.Take(new(row, stated.Firm.Name, stated.Firm.Uscc, false, changes) { Detail = stated.Alliance }, known.Id.ToString());
    }

    private List<FieldChange> Change(Membership known, MembershipRoster.Stated stated, string reason, bool commit)
    {
        var changes = new List<FieldChange>();
        var from = known.State;
        if (known.State == MembershipState.Applied) known.Move(MembershipState.Approved, reason, stated.Note, stated.JoinedOn ?? ChinaTime.Today(Now));
        if (known.State == MembershipState.Approved) known.Move(MembershipState.Active, reason, stated.Note, stated.JoinedOn ?? ChinaTime.Today(Now));
        if (from != known.State)
        {
            changes.Add(new("状态", ListExport.Words(from), ListExport.Words(known.State)));
            if (commit) Record(new MembershipMoved(known.Id, known.AllianceId, known.OrganisationId, from, known.State, reason));
        }
        else if (stated.JoinedOn is { } day && day != known.JoinedOn)
        {
            var change = new FieldChange("加入日期", known.JoinedOn?.ToString("yyyy-MM-dd"), day.ToString("yyyy-MM-dd"));
            known.Correct(day);
            changes.Add(change);
            if (commit) Record(new MembershipCorrected(known.Id, known.AllianceId, known.OrganisationId, [change]));
        }

        return changes;
    }
}
