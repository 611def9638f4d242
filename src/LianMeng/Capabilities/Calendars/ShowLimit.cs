using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Calendars;

/// <summary>The close of business of the Nth working day after the day of an event (民法典 201–203).</summary>
public sealed class ShowLimit(UseCaseContext context, WorkCalendars calendars) : Show<ShowLimit.Input, ShowLimit.View>(context)
{
    public const int MostDays = 2000;

    public sealed class Input : IValidatableObject
    {
        [Display(Name = "起算时刻"), Required, StringLength(40)]
        public string? From { get; set; }

        [Display(Name = "工作日数"), Required, Range(1, MostDays)]
        public int? WorkingDays { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (InstantText.Problem(From, "起算时刻") is { } problem) yield return new(problem, [nameof(From)]);
        }
    }

    /// <param name="Limit">in Chinese time</param>
    /// <param name="IsProvisional">暂定: it reaches beyond the last published year</param>
    public sealed record View(DateTimeOffset Limit, bool IsProvisional);

    public override Access Access => Access.SignedIn;

    protected override Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var calendar = calendars.Current;
        var limit = calendar.Limit(InstantText.Of(input.From), input.WorkingDays!.Value);
        return Task.FromResult<View?>(new(limit, calendar.IsProvisional(limit)));
    }
}
