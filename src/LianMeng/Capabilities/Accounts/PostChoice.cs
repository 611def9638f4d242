using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Makes a post of what an administrator chose, or says what is wrong with it.</summary>
public sealed class PostChoice(AppDb db, OrganisationLookup organisations)
{
    /// <returns>the post, or the field and its problem</returns>
    public async Task<(Mandate? Mandate, string Field, string Problem)> MakeAsync(Guid userId, Role role, Guid? chosenDistrict, string? uscc, DateTime now, CancellationToken cancellation)
    {
        var districtId = Mandate.IsOfDistrict(role) ? chosenDistrict : null;
        if (Mandate.IsOfDistrict(role) && (districtId is null || !await db.Set<District>().AnyAsync(d => d.Id == districtId && d.Id != DistrictIds.City, cancellation)))
            return (null, "districtId", "这个职务属于某个区县，请选择所属区县。");

        Guid? organisationId = null;
        if (role == Role.EnterpriseManager)
        {
            organisationId = await organisations.FindAsync(districtId!.Value, uscc, cancellation);
            if (organisationId is null)
                return (null, "uscc", "该区县名册里没有这个统一社会信用代码的企业，请先由联盟书记导入名册，或核对代码。");
        }

        return (Mandate.Give(userId, role, districtId, organisationId, now), "", "");
    }

    /// <summary>Would nobody be left who can manage accounts, without this person?</summary>
    public async Task<bool> IsLastAdministratorAsync(Guid userId, DateTime now, CancellationToken cancellation)
        => !await db.Set<Mandate>().Where(m => m.Role == Role.SystemAdministrator && m.UserId != userId && m.From <= now && (m.To == null || m.To > now))
            .Join(db.Users.Where(u => !u.Disabled), m => m.UserId, u => u.Id, (m, _) => m.Id).AnyAsync(cancellation);

    /// <summary>What may leave the platform without an administrator is done one after another: two could end each other.</summary>
    public const string AdministratorsLock = "accounts:administrators";
}
