using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LianMeng.Shared.Imports;
using Microsoft.Extensions.Primitives;

namespace LianMeng.Shared.UseCases;

/// <summary>
/// Fills an input from a form or a query string, strictly and with Chinese messages. Binding comes before validation and
/// before hidden fields are used: a garbage version must not pass as none.
/// </summary>
public static class InputBinder
{
    public static (T Input, Dictionary<string, string[]> Errors) Bind<T>(IEnumerable<KeyValuePair<string, StringValues>> fields)
        where T : class, new()
    {
        var input = new T();
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var given = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in fields) given[name] = values;

        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            if (!given.TryGetValue(property.Name, out var values)) continue;
            if (TryConvert(property, values, out var value, out var problem)) property.SetValue(input, value);
            else errors[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = [problem];
        }

        return (input, errors);
    }

    private static bool TryConvert(PropertyInfo property, StringValues values, out object? value, out string problem)
    {
        var name = InputValidator.DisplayName(property);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        problem = "";

        if (type == typeof(List<string>))
        {
            value = values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToList();
            return true;
        }

        if (type == typeof(List<Guid>))
        {
            // the boxes that were ticked in a list
            var ids = values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).ToList();
            value = ids.OfType<Guid>().ToList();
            if (!ids.Contains(null)) return true;
            problem = $"“{name}”里有不认识的记录，请刷新页面后重新勾选。";
            return false;
        }

        var text = values.LastOrDefault()?.Trim();
        if (type == typeof(string))
        {
            value = string.IsNullOrEmpty(text) ? null : property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password ? values.Last() : text;
            return true;
        }

        if (type == typeof(bool) && !(property.PropertyType == typeof(bool?) && string.IsNullOrEmpty(text)))
        {
            // a checkbox posts "on"; the hidden twin beside it posts "false"
            value = values.Any(v => v is "true" or "True" or "on" or "1");
            if (values.All(v => v is "true" or "True" or "on" or "1" or "false" or "False" or "0" or "" or null)) return true;
            problem = $"“{name}”应为 true 或 false。";
            return false;
        }

        if (string.IsNullOrEmpty(text))
        {
            value = Nullable.GetUnderlyingType(property.PropertyType) is null ? property.GetValue(Activator.CreateInstance(property.DeclaringType!)) : null;
            return true;
        }

        (value, problem) = Parse(type, text, name);
        return problem.Length == 0;
    }

    private static (object? Value, string Problem) Parse(Type type, string text, string name)
    {
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                ? (number, "") : (null, $"“{name}”应为整数，例如 120；现为“{ImportText.Shorten(text, 20)}”。");
        if (type == typeof(decimal))
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                ? (amount, "") : (null, $"“{name}”应为数字，例如 1250.5；现为“{ImportText.Shorten(text, 20)}”。");
        if (type == typeof(Guid))
            return Guid.TryParse(text, out var id) ? (id, "") : (null, $"“{name}”的编号不对，请刷新页面后再试。");
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? (date, "") : (null, $"“{name}”应为日期，例如 2026-11-22；现为“{ImportText.Shorten(text, 20)}”。");
        if (type.IsEnum)
            return Enum.TryParse(type, text, ignoreCase: true, out var choice) && Enum.IsDefined(type, choice) && !char.IsAsciiDigit(text[0])
                ? (choice, "") : (null, $"“{name}”不在可选范围内，请从列表中选择。");
        throw new NotSupportedException($"{type} cannot be bound from a form.");
    }
}
