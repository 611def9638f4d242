using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Opens an account with one post and a password that has to be told: where no invitation can be sent.</summary>
public sealed class CreateAccount(UseCaseContext context, IPasswordHasher<User> hasher, PostChoice posts)
    : Command<CreateAccount.Input, CreateAccount.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "用户名"), Required, StringLength(User.NameLimit, MinimumLength = 2), RegularExpression(User.NamePattern, ErrorMessage = User.NameProblem)]
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

        var user = User.Create(input.UserName!, input.DisplayName!);
        var (post, field, wrong) = await posts.ChooseAsync(input.Role!.Value, input.DistrictId, input.Uscc, cancellation);
        if (post is null) return Outcome<Created>.Invalid(field, wrong);

        var mandate = Mandate.Give(user.Id, post, Now, Actor.UserId);
        user.SetPassword(hasher.HashPassword(user, input.Password!));
        Db.Add(user);
        Db.Add(mandate);
        Record(new AccountCreated(user.Id));
        Record(new MandateGiven(user.Id, mandate.Id, mandate.Role, mandate.DistrictId, mandate.OrganisationId));
        return Outcome<Created>.Done(new(user.Id));
    }
}
