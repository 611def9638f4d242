using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Retention;

/// <summary>Removes what is past its time. What is more than a night's share goes in the nights after.</summary>
public sealed class ApplyRetention(UseCaseContext context, IEnumerable<RetentionRule> rules, SettingValues settings) : Command<ApplyRetention.Input, int>(context)
{
    /// <summary>Rows of one kind in one district and night.</summary>
    public const int Most = 5_000;

    public sealed class Input
    {
        /// <summary>As of when (UTC).</summary>
        public DateTime At { get; set; }
    }

    public override Access.Access Access => Shared.Access.Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var total = 0;
        foreach (var rule in rules)
        {
            var count = await rule.RunBatchAsync(Db, Actor, input.At.AddDays(-settings.Of(rule.Keep)), Most, cancellation);
            if (count > 0) Record(new RetentionApplied(rule.Title, settings.Of(rule.Keep), count));
            total += count;
        }

        return Outcome<int>.Done(total);
    }
}
