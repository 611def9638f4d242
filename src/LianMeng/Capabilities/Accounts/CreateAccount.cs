using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Opens an account with one post.</summary>
public sealed class CreateAccount(UseCaseContext context, IPasswordHasher<User> hasher, OrganisationLookup organisations)
    : Command<CreateAccount.Input, CreateAccount.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "用户名"), Required, StringLength(64, MinimumLength = 2)]
        [RegularExpression(@"[\p{L}\p{N}][\p{L}\p{N}._@-]*", ErrorMessage = "“用户名”只能用文字、数字和 . _ @ -，并以文字或数字开头。")]
        public string? UserName { get; set; }

        [Display(Name = "姓名"), Required, StringLength(40)]
        public string? DisplayName { get; set; }

        [Display(Name = "初始密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }

        [Display(Name = "职务"), Required]
        public Role? Role { get; set; }

        [Display(Name = "所属区县")]
        public Guid? DistrictId { get; set; }

        [Display(Name = "所属企业（统一社会信用代码）"), StringLength(18)]
        public string? Uscc { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/accounts/{Id}";
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Invalid("userName", "这个用户名已被使用，请换一个。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (PasswordRules.Problem(input.Password!, input.UserName!) is { } problem) return Outcome<Created>.Invalid("password", problem);

        var role = input.Role!.Value;
        var districtId = Mandate.IsOfDistrict(role) ? input.DistrictId : null;
        if (Mandate.IsOfDistrict(role) && (districtId is null || !await Db.Set<District>().AnyAsync(d => d.Id == districtId && d.Id != DistrictIds.City, cancellation)))
            return Outcome<Created>.Invalid("districtId", "这个职务属于某个区县，请选择所属区县。");

        Guid? organisationId = null;
        if (role == Role.EnterpriseManager)
        {
            organisationId = await organisations.FindAsync(districtId!.Value, input.Uscc, cancellation);
            if (organisationId is null)
                return Outcome<Created>.Invalid("uscc", "该区县名册里没有这个统一社会信用代码的企业，请先由联盟书记导入名册，或核对代码。");
        }

        var user = User.Create(input.UserName!, input.DisplayName!);
        user.NormalizedUserName = user.UserName!.ToUpperInvariant();
        user.SetPassword(hasher.HashPassword(user, input.Password!));
        var mandate = Mandate.Give(user.Id, role, districtId, organisationId, Now);
        Db.Add(user);
        Db.Add(mandate);
        Record(new AccountCreated(user.Id));
        Record(new MandateGiven(user.Id, mandate.Id, role, districtId, organisationId));
        return Outcome<Created>.Done(new(user.Id));
    }
}
