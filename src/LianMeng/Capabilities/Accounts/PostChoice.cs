using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Makes of what an administrator chose a post, or says what is wrong with it.</summary>
public sealed class PostChoice(AppDb db, OrganisationLookup organisations)
{
    /// <returns>the post, or the field and its problem</returns>
    public async Task<(Post? Post, string Field, string Problem)> ChooseAsync(Role role, Guid? chosenDistrict, string? uscc, CancellationToken cancellation)
    {
        // A district's secretary of all its alliances may be named here; every other post of an alliance is the alliance's own business.
        if (role.IsOfAlliance() && role != Role.AllianceSecretary) return (null, "role", $"“{role.Title()}”是联盟里的职务，请在该联盟的“任职”页面任命。");

        var districtId = role.IsOfDistrict() ? chosenDistrict : null;
        if (role.IsOfDistrict() && (districtId is null || !await db.Set<District>().AnyAsync(d => d.Id == districtId && d.Id != DistrictIds.City, cancellation)))
            return (null, "districtId", "这个职务属于某个区县，请选择所属区县。");

        Guid? organisationId = null;
        if (role.IsOfOrganisation())
        {
            organisationId = await organisations.FindAsync(districtId!.Value, uscc, cancellation);
            if (organisationId is null)
                return (null, "uscc", "该区县名册里没有这个统一社会信用代码的单位，请先由联盟书记导入名册，或核对代码。");
        }

        return (new(role, districtId, AllianceId: null, organisationId), "", "");
    }

    public async Task<bool> IsHeldAsync(Post post, Guid userId, DateTime now, CancellationToken cancellation)
        => (await db.Set<Mandate>().AsNoTracking().Where(m => m.UserId == userId && m.Role == post.Role).ToListAsync(cancellation))
            .Any(m => m.IsActive(now) && m.DistrictId == post.DistrictId && m.OrganisationId == post.OrganisationId);

    /// <summary>The post as people read it: 企业负责人（铜梁区，某某铝业有限公司）.</summary>
    public async Task<string> WordsAsync(Post post, CancellationToken cancellation)
    {
        string?[] where =
        [
            post.DistrictId is { } district ? await db.Set<District>().Where(d => d.Id == district).Select(d => d.Name).FirstOrDefaultAsync(cancellation) : null,
            post.OrganisationId is { } firm ? (await organisations.NamesAsync([firm], cancellation)).GetValueOrDefault(firm) : null,
        ];
        var words = string.Join("，", where.OfType<string>());
        return post.Role.Title() + (words.Length > 0 ? $"（{words}）" : "");
    }

    /// <summary>Invitations whose inviter may still give what they promise.</summary>
    public Expression<Func<Invitation, bool>> Honoured(DateTime now) => PostGiving.Honoured(db.Set<Mandate>(), db.Users, now);

    /// <summary>Would nobody be left who can manage accounts, without this person?</summary>
    public async Task<bool> IsLastAdministratorAsync(Guid userId, DateTime now, CancellationToken cancellation)
        => !await db.Set<Mandate>().Where(m => m.Role == Role.SystemAdministrator && m.UserId != userId).ActiveAt(now)
            .Join(db.Users.Where(u => !u.Disabled), m => m.UserId, u => u.Id, (m, _) => m.Id).AnyAsync(cancellation);

    /// <summary>What may leave the platform without an administrator is done one after another: two could end each other.</summary>
    public const string AdministratorsLock = "accounts:administrators";
}
