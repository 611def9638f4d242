using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Looks for a firm in the register before it is saved under a new name: the same one is refused, a similar one is asked about.</summary>
public sealed class DuplicateCheck(DuplicateFinder finder)
{
    /// <summary>The field of the form that a person's word is given in.</summary>
    public const string Field = "notListed";

    /// <summary>The outcome that stops the save; null when nothing is in the way.</summary>
    /// <param name="self">the firm itself, where it is in the register already</param>
    public async Task<Outcome<T>?> StopAsync<T>(Guid districtId, OrganisationDetails details, Guid? self, bool notListed, CancellationToken cancellation)
    {
        var found = await finder.FindAsync(districtId, IdentityOf(details), self, cancellation);
        if (found.FirstOrDefault(f => f.Verdict == DuplicateVerdict.Same) is { } same)
            return Outcome<T>.Refused(self is null ? $"名册里已有这家企业：{same.Words}。请打开它补充资料，不要重复登记。" : $"改后与名册里的另一家是同一家：{same.Words}。请先把两家合并。");
        return found.Count == 0 || notListed ? null : Outcome<T>.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [Field] = [.. found.Select(f => $"像是名册里的{f.Words}。")] });
    }

    internal static FirmIdentity IdentityOf(OrganisationDetails details) => new(details.Name)
    {
        Uscc = details.Uscc,
        RegionCode = details.RegionCode,
        Address = details.Address,
        PhoneDigest = details.ContactPhone?.Digest,
    };
}
