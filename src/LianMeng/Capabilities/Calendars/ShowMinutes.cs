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
        [Display(Name = "起"), Required, StringLength(40), Instant]
        public string? From { get; set; }

        [Display(Name = "止"), Required, StringLength(40), Instant]
        public string? To { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (InstantText.TryParse(From!, "", out var from, out _) && InstantText.TryParse(To!, "", out var to, out _) && to < from)
                yield return new("“止”不能早于“起”。", [nameof(To)]);
        }
    }

    public sealed record View(int Minutes);

    public override Access Access => Access.SignedIn;

    protected override Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        InstantText.TryParse(input.From!, "", out var from, out _);
        InstantText.TryParse(input.To!, "", out var to, out _);
        return Task.FromResult<View?>(new(calendars.Current.Minutes(from, to)));
    }
}
