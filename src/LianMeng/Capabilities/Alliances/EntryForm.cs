using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The fields of a register's entry as a form or an API call states them, and their check.</summary>
public class EntryForm
{
    [Display(Name = "清单"), Required]
    public RegisterKind? Kind { get; set; }

    [Display(Name = "事项"), Required, StringLength(RegisterEntry.TitleLimit, MinimumLength = 2)]
    public string? Title { get; set; }

    [Display(Name = "说明"), StringLength(RegisterEntry.TextLimit)]
    public string? Text { get; set; }

    /// <summary>Full name or unified social credit code.</summary>
    [Display(Name = "责任单位"), StringLength(120)]
    public string? Organisation { get; set; }

    /// <summary>Somebody with a post in the alliance.</summary>
    [Display(Name = "责任人")]
    public Guid? UserId { get; set; }

    [Display(Name = "期限")]
    public DateOnly? Deadline { get; set; }

    /// <param name="before">the owner until now: may stay although the post ended</param>
    internal async Task<(RegisterDetails? Details, string Field, string Problem)> CheckAsync(Alliance alliance, FirmDirectory firms, MandateBook mandates, DateOnly today, Guid? before, CancellationToken cancellation)
    {
        Guid? organisation = null;
        if (Organisation is { } text)
        {
            if (NamedMembers.Find(text, await firms.NamedAsync(alliance.DistrictId, [text], cancellation), out var problem) is not { } firm) return (null, "organisation", problem);
            organisation = firm.Id;
        }

        if (UserId is { } user && user != before && !await mandates.HeldNow(alliance.Id).AnyAsync(m => m.UserId == user, cancellation))
            return (null, "userId", "请从在本联盟任职的人里选择。");
        // A person sees to it for the unit represented: when the post ends, it falls to that unit's liaison.
        if (UserId is { } person && organisation is null)
            organisation = await mandates.OfAlliance(alliance.Id).Where(m => m.UserId == person && m.OrganisationId != null).OrderByDescending(m => m.From).Select(m => m.OrganisationId).FirstOrDefaultAsync(cancellation);
        if (Deadline < today.AddYears(-1) || Deadline > today.AddYears(5)) return (null, "deadline", "期限应在近一年至今后五年之间，请核对。");
        return (new(Kind!.Value, Title!, Text, organisation, UserId, Deadline), "", "");
    }
}
