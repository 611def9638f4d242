using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Calendars;

/// <summary>Working minutes between two instants.</summary>
public sealed class ShowMinutes(UseCaseContext context, WorkCalendars calendars) : Show<ShowMinutes.Input, ShowMinutes.View>(context)
{
    public sealed class Input : IValidatableObject
    {
        [Display(Name = "起"), Required, StringLength(40)]
        public string? From { get; set; }

        [Display(Name = "止"), Required, StringLength(40)]
        public string? To { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (InstantText.Problem(From, "起") is { } wrongFrom) yield return new(wrongFrom, [nameof(From)]);
            else if (InstantText.Problem(To, "止") is { } wrongTo) yield return new(wrongTo, [nameof(To)]);
            else if (InstantText.TryParse(From, out var from) && InstantText.TryParse(To, out var to) && to < from) yield return new("“止”不能早于“起”。", [nameof(To)]);
        }
    }

    public sealed record View(int Minutes);

    public override Access Access => Access.SignedIn;

    protected override Task<View?> LoadAsync(Input input, CancellationToken cancellation)
        => Task.FromResult<View?>(new(calendars.Current.Minutes(InstantText.Of(input.From), InstantText.Of(input.To))));
}
