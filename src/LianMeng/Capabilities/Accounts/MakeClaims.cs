using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Codes with which organisations claim their entry of the register: whoever brings one opens the account that speaks for it.</summary>
public sealed class MakeClaims(UseCaseContext context, Invitations invitations, FirmDirectory firms) : Command<MakeClaims.Input, IReadOnlyList<MakeClaims.Claim>>(context)
{
    public const int Most = 50;

    public sealed class Input
    {
        [Display(Name = "单位"), Required, MinLength(1, ErrorMessage = "请勾选要发邀请码的单位。"), MaxLength(Most, ErrorMessage = "一次最多为 50 家生成邀请码，请分几次。")]
        public List<Guid>? Organisations { get; set; }
    }

    public sealed record Claim(string Organisation, MadeInvitation Invitation);

    public override Access Access => Access.Needs(AccountsCapability.Claims);

    protected override bool KeepsReceipt => false;

    protected override string? LockName(Input input) => "invitations";

    protected override async Task<Outcome<IReadOnlyList<Claim>>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } inviter) return Outcome<IReadOnlyList<Claim>>.Refused("邀请要由登录的人发出。");
        var ids = input.Organisations!.Distinct().ToList();
        var (now, district) = (Now, Actor.WriteDistrict);
        var chosen = await firms.Firms().Where(f => f.DistrictId == district && ids.Contains(f.Id)).OrderBy(f => f.SortKey).ToListAsync(cancellation);
        if (chosen.Count < ids.Count) return Outcome<IReadOnlyList<Claim>>.Invalid("organisations", "有的单位已不在本区县名册里，请刷新后重新勾选。");
        // A second code for the same firm would leave the first one open in somebody's chat.
        var open = (await Db.Set<Invitation>().Where(i => i.OrganisationId != null && ids.Contains(i.OrganisationId.Value) && i.DisplayName == "" && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now)
            .ToListAsync(cancellation)).ToLookup(i => i.OrganisationId);
        var claims = new List<Claim>();
        foreach (var firm in chosen)
        {
            var post = new Post(firm.Kind == OrganisationKind.Enterprise ? Role.EnterpriseManager : Role.Liaison, district, AllianceId: null, firm.Id);
            var made = await invitations.AddAsync("", post, inviter, cancellation);
            foreach (var earlier in open[firm.Id])
            {
                earlier.Withdraw(now);
                earlier.ReplaceBy(made.Id);
                Record(new InvitationWithdrawn(earlier.Id, made.Id));
            }

            claims.Add(new(firm.Name, made));
        }

        return Outcome<IReadOnlyList<Claim>>.Done(claims);
    }
}
