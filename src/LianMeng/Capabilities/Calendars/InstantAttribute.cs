using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Calendars;

/// <summary>Text that must be an instant with its offset.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InstantAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
        => value is not string { Length: > 0 } text || InstantText.TryParse(text, validationContext.DisplayName, out _, out var problem) ? ValidationResult.Success : new(problem);
}
