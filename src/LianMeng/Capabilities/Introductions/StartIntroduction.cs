using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>A firm offers itself to another, its own consent included; an officer brings two firms together, and neither has consented.</summary>
public sealed class StartIntroduction(UseCaseContext context, IntroductionPairs pairs, ListingQuestions questions, ListingSnapshots listings, AllianceMembers members, FirmContacts contacts, Telephones telephones, IntroductionNotices notices, SettingValues settings)
    : Command<StartIntroduction.Input, StartIntroduction.Created>(context)
{
    public sealed class Input : IntroductionContactForm
    {
        /// <summary>The need or offer it is about; the firm of the listing is one of the two then.</summary>
        [Display(Name = "供需信息")]
        public Guid? ListingId { get; set; }

        /// <summary>The version of the listing that was read.</summary>
        public Guid? ListingVersion { get; set; }

        /// <summary>The other firm; for an officer without a listing the first of the two.</summary>
        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }

        /// <summary>The first firm by name or code, for officers.</summary>
        [Display(Name = "一方企业"), StringLength(120)]
        public string? Firm { get; set; }

        /// <summary>The other firm by name or code, where its id is not known.</summary>
        [Display(Name = "对方企业"), StringLength(120)]
        public string? Partner { get; set; }

        /// <summary>Without a listing: which side the own firm is, or the first one that an officer names.</summary>
        [Display(Name = "我方是")]
        public IntroductionSide? Side { get; set; }

        [Display(Name = "产品"), StringLength(Introduction.ProductLimit)]
        public string? Product { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/introductions/{Id}";
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Propose);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Refused("这两家企业就这个产品刚刚有了一次对接；请在“对接”里打开它。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Created>.Refused("对接属于区县；请由区县专员、联盟书记或企业办理。");
        var (listing, snapshot, refusal) = await ReadAsync(input, cancellation);
        if (refusal is not null) return refusal;

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var pair = await pairs.FindAsync(input, listing, errors, cancellation);
        var product = Short(ImportText.Clean(input.Product ?? snapshot?.Product ?? snapshot?.Title ?? ""));
        if (Introduction.KeyOf(product).Length == 0) errors["product"] = ["请填写产品名称。"];
        if (pair is null || errors.Count > 0) return Outcome<Created>.Invalid(errors);

        var alliances = await members.OfAsync([pair.Seller.Id, pair.Buyer.Id], cancellation);
        if (await RuleAsync(pair, listing, product, alliances, cancellation) is { } rule) return Outcome<Created>.Refused(rule);
        var contact = pair.Offers is null ? null : await input.ReadAsync(contacts, telephones, errors, cancellation);
        if (errors.Count > 0) return Outcome<Created>.Invalid(errors);

        var subject = snapshot is null ? null : new IntroductionSubject(snapshot.Id, snapshot.Version, snapshot.Title, snapshot.Quantity, snapshot.Unit);
        var introduction = Introduction.Begin(Actor.WriteDistrict, pair.Seller.Id, pair.Buyer.Id, product, AllianceOf(pair, alliances), Actor.UserId, subject, Now);
        if (pair.Offers is { } side)
        {
            introduction.Offer(side, Actor.UserId, Now);
            Db.Add(IntroductionContact.Of(introduction, side, contact!.Value.Name, contact.Value.Phone));
        }

        Db.Add(introduction);
        Record(new IntroductionMoved(introduction.Id, introduction.SellerId, introduction.BuyerId, pair.Offers, pair.Offers is null ? IntroductionStep.Suggested : IntroductionStep.Offered, null, introduction.Stage));
        foreach (var told in Enum.GetValues<IntroductionSide>().Where(s => s != pair.Offers))
            await notices.TellAsync(introduction, told, other => (pair.Offers is null ? $"推荐贵企业与{other}对接：{product}" : $"{other}想与贵企业对接：{product}", "同意后双方互见联系方式；不合适可以婉拒。"), "start", cancellation);
        return Outcome<Created>.Done(new(introduction.Id));
    }

    /// <summary>The listing as the actor sees it and as it stands, or why it cannot be answered.</summary>
    private async Task<(ListingQuestions.Question? Listing, ListingSnapshots.Snapshot? Snapshot, Outcome<Created>? Refusal)> ReadAsync(Input input, CancellationToken cancellation)
    {
        if (input.ListingId is not { } id) return (null, null, null);
        if (await questions.FindAsync(id, cancellation) is not { } listing) return (null, null, Outcome<Created>.Invalid("listingId", "没有这条供需信息，或不在您的查看范围内。"));
        if (listing.DistrictId != Actor.WriteDistrict) return (null, null, Outcome<Created>.Refused("这是其他区县的信息；请告诉本区县的联盟书记，由双方书记牵线。"));
        if (!listing.IsOpen) return (null, null, Outcome<Created>.Refused("这条信息已不再征集，不能再提出对接。"));
        if (listing.OrganisationId is null) return (null, null, Outcome<Created>.Refused("这条信息由联盟代发，没有写明企业；请联系联盟书记。"));
        var snapshot = await listings.FindAsync(id, cancellation);
        return input.ListingVersion is { } read && read != snapshot?.Version
            ? (null, null, Outcome<Created>.Conflict($"信息已于 {ChinaTime.DateAndTime(snapshot?.UpdatedAt ?? Now)} 修改，请先查看最新内容，再提出对接。"))
            : (listing, snapshot, null);
    }

    /// <summary>What forbids it, in words; null when nothing does.</summary>
    private async Task<string?> RuleAsync(IntroductionPair pair, ListingQuestions.Question? listing, string product, ILookup<Guid, Guid> alliances, CancellationToken cancellation)
    {
        if (pair.Offers is null && !Actor.May(IntroductionsCapability.Introduce)) return "企业只能为自己提出对接；要为别的企业牵线，请联系联盟书记。";
        if (pair.Offers is null && !Actor.Trusted && !Guides(alliances)) return "两家企业都不在您任职的联盟里；请由它们所在联盟的书记或区县专员推荐。";
        var (seller, buyer, key) = (pair.Seller.Id, pair.Buyer.Id, Introduction.KeyOf(product));
        if (pair.Offers is null && listing is not null && (await questions.ReachedAsync(listing, [listing.OrganisationId == seller ? buyer : seller], cancellation)).Count == 0)
            return "这条信息只向本联盟成员公开，对方企业不在其中。";

        var before = await Db.Set<Introduction>().AsNoTracking().Where(i => i.SellerId == seller && i.BuyerId == buyer && i.ProductKey == key).ToListAsync(cancellation);
        if (before.Find(i => i.IsOpen) is { } open) return $"这两家企业就“{product}”已有一次对接（{ListExport.Words(open.Stage)}）；请在“对接”里打开它。";
        if (pair.Offers is not { } side) return null;
        var again = Now.AddDays(-settings.Of(IntroductionsCapability.AgainAfterDays));
        if (before.Find(i => i.DeclinedBy == Introduction.Other(side) && i.DeclinedAt > again) is { } declined)
            return $"对方已于 {ChinaTime.Date(declined.DeclinedAt!.Value)}婉拒；{settings.Of(IntroductionsCapability.AgainAfterDays)} 天后可以再提出，或请联盟书记推荐。";
        var (own, day) = (pair.Offers == IntroductionSide.Seller ? seller : buyer, ChinaTime.StartOf(ChinaTime.Today(Now)));
        var most = settings.Of(IntroductionsCapability.MostADay);
        return !Actor.Trusted && await Db.Set<Introduction>().CountAsync(i => i.StartedByOrganisation == own && i.StartedAt >= day, cancellation) >= most
            ? $"贵企业今天已提出 {most} 次对接，明天可以继续；确有需要时请系统管理员在“设置”中放宽。" : null;
    }

    /// <summary>A post in one alliance reaches the firms of that alliance; one without reaches all.</summary>
    private bool Guides(ILookup<Guid, Guid> alliances)
        => Actor.Posts.Any(p => IntroductionsCapability.Introduce.Roles.Contains(p.Role) && (p.AllianceId is not { } one || alliances.Any(firm => firm.Contains(one))));

    /// <summary>The one that both are in; of several one where the officer has a post.</summary>
    private Guid? AllianceOf(IntroductionPair pair, ILookup<Guid, Guid> alliances)
        => alliances[pair.Seller.Id].Intersect(alliances[pair.Buyer.Id]).OrderBy(a => Actor.Posts.Any(p => p.AllianceId == a) ? 0 : 1).ThenBy(a => a).Select(a => (Guid?)a).FirstOrDefault();

    private static string Short(string text) => text.Length <= Introduction.ProductLimit ? text : text[..(char.IsHighSurrogate(text[Introduction.ProductLimit - 1]) ? Introduction.ProductLimit - 1 : Introduction.ProductLimit)];
}
