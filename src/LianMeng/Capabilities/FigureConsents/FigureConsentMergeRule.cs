using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>A consent goes with the firm into the one that it turned out to be, as giver and as recipient. One that would be there twice, or to the firm itself, is taken back and stays so.</summary>
internal sealed class FigureConsentMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "数据授权";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var consents = await db.Set<FigureConsent>().Where(c => c.WithdrawnAt == null && (c.OrganisationId == from || c.RecipientId == from || c.OrganisationId == to || c.RecipientId == to)).ToListAsync(cancellation);
        var there = consents.Where(c => c.OrganisationId != from && c.RecipientId != from).Select(c => (c.OrganisationId, c.RecipientId)).ToHashSet();
        var moved = new List<Guid>();
        foreach (var consent in consents.Where(c => c.OrganisationId == from || c.RecipientId == from))
        {
            var (giver, recipient) = (consent.OrganisationId == from ? to : consent.OrganisationId, consent.RecipientId == from ? to : consent.RecipientId);
            if (giver == recipient || !there.Add((giver, recipient)))
            {
                consent.Withdraw(clock.GetUtcNow().UtcDateTime);
                continue;
            }

            consent.Replace(from, to);
            moved.Add(consent.Id);
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var consents = await db.Set<FigureConsent>().Where(c => ids.Contains(c.Id) && (c.OrganisationId == to || c.RecipientId == to) && c.OrganisationId != from && c.RecipientId != from).ToListAsync(cancellation);
        foreach (var consent in consents) consent.Replace(to, from);
        return consents.Count;
    }
}
