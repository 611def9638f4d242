using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>The manager of a firm lets another organisation, or the district's chain office, see the firm's exact figures until a day. Given again to the same, the new day holds.</summary>
public sealed class GiveFigureConsent(UseCaseContext context, FirmDirectory firms) : Command<GiveFigureConsent.Input, GiveFigureConsent.Given>(context)
{
    public sealed class Input
    {
        [Display(Name = "授权给"), Required]
        public ConsentRecipient? Recipient { get; set; }

        /// <summary>Name or code; none for the chain office.</summary>
        [Display(Name = "单位"), StringLength(120)]
        public string? Organisation { get; set; }

        [Display(Name = "授权到"), Required]
        public DateOnly? Until { get; set; }

        [Display(Name = "用途"), StringLength(FigureConsent.PurposeLimit)]
        public string? Purpose { get; set; }

        /// <summary>Of the console alone: for which firm.</summary>
        [Display(Name = "企业")]
        public Guid? For { get; set; }
    }

    public sealed record Given(Guid Id);

    public override Access Access => Access.Needs(FigureConsentsCapability.Give);

    protected override Outcome<Given> OnDuplicate() => Outcome<Given>.Refused("刚刚已给出同样的授权；请刷新后查看。");

    protected override async Task<Outcome<Given>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var own = Actor.Trusted ? input.For : Actor.OrganisationId;
        if (own is not { } id || await firms.FindAsync(id, cancellation) is not { Kind: OrganisationKind.Enterprise } firm || firm.DistrictId != Actor.WriteDistrict)
            return Outcome<Given>.Refused("您的账号没有关联名册里的企业，不能授权；请联系联盟书记。");
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var today = ChinaTime.Today(Now);
        if (input.Until < today) errors["until"] = [$"请填今天（{today:yyyy-MM-dd}）或以后的日期。"];
        else if (input.Until > today.AddDays(FigureConsent.MostDays)) errors["until"] = [$"最长授权两年；请填 {today.AddDays(FigureConsent.MostDays):yyyy-MM-dd} 以前的日期，到期可以再授权。"];
        var recipient = input.Recipient == ConsentRecipient.Organisation ? await RecipientAsync(input.Organisation, firm.Id, errors, cancellation) : null;
        if (errors.Count > 0) return Outcome<Given>.Invalid(errors);

        var to = recipient ?? firm.DistrictId;
        var consent = await Db.Set<FigureConsent>().FirstOrDefaultAsync(c => c.OrganisationId == firm.Id && c.RecipientId == to && c.WithdrawnAt == null, cancellation);
        if (consent is null) Db.Add(consent = FigureConsent.Give(firm.DistrictId, firm.Id, recipient, input.Purpose, input.Until!.Value, Actor.UserId, Now));
        else consent.Renew(input.Purpose, input.Until!.Value, Actor.UserId, Now);
        Record(new FigureConsentGiven(consent.Id, firm.Id, consent.Recipient, consent.RecipientId, consent.Until));
        return Outcome<Given>.Done(new(consent.Id));
    }

    private async Task<Guid?> RecipientAsync(string? text, Guid own, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        var asked = ImportText.Clean(text ?? "");
        if (asked.Length == 0)
        {
            errors["organisation"] = ["请填写单位的全称或统一社会信用代码；授权给区县产业链工作机构请在上面选择。"];
            return null;
        }

        if ((await firms.NamedAsync(Actor.WriteDistrict, [asked], cancellation))[asked].ToList() is not [var found]) errors["organisation"] = ["本区县名册里没有这家单位，或有几家同名；请填全称或统一社会信用代码。"];
        else if (found.Id == own) errors["organisation"] = ["本企业的数据本企业随时能看，不用授权。"];
        else return found.Id;
        return null;
    }
}
