using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Which two firms an input means, and which of them the actor speaks for.</summary>
public sealed class IntroductionPairs(FirmDirectory firms, Actor actor)
{
    /// <returns>the pair; null when something is wrong with a field, which <paramref name="errors"/> then tells</returns>
    public async Task<IntroductionPair?> FindAsync(StartIntroduction.Input input, ListingQuestions.Question? listing, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        var own = actor.Trusted ? input.SpeaksFor : actor.AnswersFor();
        // Of a person who is an officer too, whoever names both firms introduces them.
        var (one, other) = listing is not null ? await OfListingAsync(input, listing, own, errors, cancellation)
            : own is { } firm && string.IsNullOrWhiteSpace(input.Firm) ? (await KnownAsync("organisationId", firm, errors, cancellation), await NamedAsync("partner", input.OrganisationId, input.Partner, errors, cancellation))
            : (await NamedAsync("firm", input.OrganisationId, input.Firm, errors, cancellation), await NamedAsync("partner", null, input.Partner, errors, cancellation));
        var side = listing is null ? input.Side : listing.IsDemand ? IntroductionSide.Buyer : IntroductionSide.Seller;
        if (side is null) errors["side"] = ["请选择卖方还是买方。"];
        if (one is not null && one.Id == other?.Id) errors["partner"] = ["不能和自己对接；请选另一家企业。"];
        if (errors.Count > 0 || one is null || other is null) return null;
        var (seller, buyer) = side == IntroductionSide.Seller ? (one, other) : (other, one);
        return new(seller, buyer, own == seller.Id ? IntroductionSide.Seller : own == buyer.Id ? IntroductionSide.Buyer : null);
    }

    /// <summary>The firm of the listing, and the one that answers it: who offers itself, if nobody else is named.</summary>
    private async Task<(FirmDirectory.Row? Owner, FirmDirectory.Row? Other)> OfListingAsync(StartIntroduction.Input input, ListingQuestions.Question listing, Guid? own, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        var owner = await KnownAsync("listingId", listing.OrganisationId!.Value, errors, cancellation);
        var named = input.OrganisationId == listing.OrganisationId ? null : input.OrganisationId;
        return own is { } firm && firm != listing.OrganisationId && named is null && string.IsNullOrWhiteSpace(input.Partner)
            ? (owner, await KnownAsync("partner", firm, errors, cancellation))
            : (owner, await NamedAsync("partner", named, input.Partner, errors, cancellation));
    }

    private async Task<FirmDirectory.Row?> KnownAsync(string field, Guid id, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        if (await firms.FindAsync(id, cancellation) is { } firm && firm.DistrictId == actor.WriteDistrict) return firm;
        errors[field] = ["本区县名册里没有这家企业，不能对接。"];
        return null;
    }

    /// <summary>The firm of the district that an id or a text means, or what might have been meant.</summary>
    private async Task<FirmDirectory.Row?> NamedAsync(string field, Guid? id, string? text, Dictionary<string, string[]> errors, CancellationToken cancellation)
        => id is { } known ? await KnownAsync(field, known, errors, cancellation)
            : await firms.MeantAsync(actor.WriteDistrict, field, text, "请填写企业的名称或统一社会信用代码。", errors, cancellation);
}
