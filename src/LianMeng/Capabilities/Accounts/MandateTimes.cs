namespace LianMeng.Capabilities.Accounts;

/// <summary>When a post carries its rights, as a question to the database; <see cref="Mandate.IsActive"/> says the same of one in memory.</summary>
internal static class MandateTimes
{
    /// <param name="now">UTC</param>
    public static IQueryable<Mandate> ActiveAt(this IQueryable<Mandate> mandates, DateTime now) => mandates.Where(m => m.From <= now && (m.To == null || m.To > now));
}
