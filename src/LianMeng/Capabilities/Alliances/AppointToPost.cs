using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>任命: gives somebody a post in an alliance, from a day on. Whoever has no account yet is named, and signs in when invited.</summary>
public sealed class AppointToPost(UseCaseContext context, MandateBook mandates, FirmDirectory firms) : AllianceCommand<AppointToPost.Input, AppointToPost.Given>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        [Display(Name = "职务"), Required]
        public Role? Role { get; set; }

        /// <summary>Somebody who is known already; else <see cref="PersonName"/>.</summary>
        [Display(Name = "人员")]
        public Guid? UserId { get; set; }

        [Display(Name = "姓名（还没有账号的人）"), StringLength(40)]
        public string? PersonName { get; set; }

        /// <summary>Full name or unified social credit code of the organisation represented.</summary>
        [Display(Name = "代表单位（全称或统一社会信用代码）"), StringLength(120)]
        public string? Organisation { get; set; }

        [Display(Name = "任职自")]
        public DateOnly? From { get; set; }

        [Display(Name = "任职至")]
        public DateOnly? To { get; set; }
    }

    public sealed record Given(Guid Id);

    protected override Permission Permission => AlliancesCapability.Found;

    protected override string? LockName(Input input) => $"posts:{input.Id}";

    protected override async Task<Outcome<Given>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        var role = input.Role!.Value;
        if (!role.IsOfAlliance()) return Outcome<Given>.Invalid("role", $"“{role.Title()}”不是联盟里的职务；请选{string.Join("、", Roles.OfAlliance.Select(r => r.Title()))}。");
        if (input.UserId is null && string.IsNullOrWhiteSpace(input.PersonName)) return Outcome<Given>.Invalid("personName", "请选择一个人，或写下姓名。");
        if (input.PersonName is { Length: < 2 }) return Outcome<Given>.Invalid("personName", "姓名至少两个字。");
        Guid? represented = null;
        if (input.Organisation is { } text)
        {
            var named = await firms.NamedAsync(alliance.DistrictId, [text], cancellation);
            if (NamedMembers.Find(text, named, out var problem) is not { } firm) return Outcome<Given>.Invalid("organisation", problem);
            represented = firm.Id;
        }

        var from = input.From ?? Today;
        if (from < Today.AddYears(-10) || from > Today.AddYears(1)) return Outcome<Given>.Invalid("from", "任职开始应在近十年至今后一年之间，请核对。");
        if (input.To is { } to && (to < from || to > from.AddYears(10))) return Outcome<Given>.Invalid("to", "任期结束应在开始之后、十年以内。");
        // Only people of one's own district can be appointed: an id from elsewhere names nobody.
        var user = input.UserId ?? mandates.AddPerson(input.PersonName!);
        if (input.UserId is { } chosen && (await mandates.SearchAsync(alliance.DistrictId, "", cancellation)).All(p => p.UserId != chosen) && !await KnownHereAsync(chosen, alliance.DistrictId, cancellation))
            return Outcome<Given>.Invalid("userId", "本区县没有这个人，请重新选择。");
        var (mandate, field, wrong) = await mandates.GiveAsync(user, new Post(role, alliance.DistrictId, alliance.Id, represented), from, input.To, cancellation);
        return mandate is { } id ? Outcome<Given>.Done(new(id)) : Outcome<Given>.Invalid(field, wrong);
    }

    /// <summary>The search shows the first twenty; whoever stands further down is asked for by name.</summary>
    private async Task<bool> KnownHereAsync(Guid userId, Guid districtId, CancellationToken cancellation)
    {
        var names = await Context.Services.GetRequiredService<PersonNames>().KnownAsync([userId], cancellation);
        return names.TryGetValue(userId, out var name) && (await mandates.SearchAsync(districtId, name, cancellation)).Any(p => p.UserId == userId);
    }
}
