using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.FigureConsents.Public;

/// <summary>Whose figures the actor may know exactly, asked anew each time: a consent that was taken back or ran out is gone at once.</summary>
public sealed class FigureViewer(AppDb db, Actor actor, TimeProvider clock)
{
    /// <summary>
    /// The own organisation and those that authorised the actor for today. A job or the console is a stranger: what it makes is read by people of whom it knows nothing.
    /// Never keep the answer, nor anything that was made with it, for another request.
    /// </summary>
    public async Task<Viewer> OfAsync(CancellationToken cancellation)
    {
        if (actor.Trusted || !actor.IsSignedIn) return Viewer.Stranger;
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var firms = await db.Set<FigureConsent>().AsNoTracking().GivenTo(actor).Where(c => c.WithdrawnAt == null && c.Until >= today).Select(c => c.OrganisationId).ToListAsync(cancellation);
        return Viewer.Of(actor.OrganisationId is { } own ? firms.Append(own) : firms);
    }
}
