using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Ui;

/// <summary>What a form shows: what was typed if it came back, else what is known; and what is wrong with which field.</summary>
public sealed class FormState(Type inputType, object? initial)
{
    /// <summary>Before the ids of the fields, where several forms of a page have fields of one name; null for a page's one form.</summary>
    public string? IdPrefix { get; init; }

    public IReadOnlyDictionary<string, string?>? Posted { get; set; }

    public IReadOnlyDictionary<string, string[]> Errors { get; set; } = new Dictionary<string, string[]>();

    public string? Message { get; set; }

    /// <summary>Names of the fields in the order in which the page drew them: a summary of errors links to these.</summary>
    public IReadOnlyList<string> Fields => fields;

    private readonly List<string> fields = [];

    public void Drawn(string field)
    {
        if (!fields.Contains(field)) fields.Add(field);
    }

    public PropertyInfo Property(string name)
        => inputType.GetProperty(name) ?? throw new InvalidOperationException($"{inputType.Name} has no property {name}.");

    /// <summary>The field's name in the form and in errors.</summary>
    public static string FieldName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    public string? ValueOf(string property)
    {
        if (Posted is not null) return Posted.GetValueOrDefault(FieldName(property));
        return initial is null ? null : Property(property).GetValue(initial) switch
        {
            null => null,
            string text => text,
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            // a tick that is not set is no value; of three choices (是, 否, 未填) "no" is one
            bool yes => yes ? "true" : Property(property).PropertyType == typeof(bool?) ? "false" : null,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    public IEnumerable<string>? ErrorsOf(string property) => Errors.GetValueOrDefault(FieldName(property));

    public bool IsRequired(string property) => Property(property).GetCustomAttribute<RequiredAttribute>() is not null;

    public string LabelOf(string property) => InputValidator.DisplayName(Property(property));
}
