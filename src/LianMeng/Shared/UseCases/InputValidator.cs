using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace LianMeng.Shared.UseCases;

/// <summary>
/// Checks an input by its attributes, into nested items and lists, with Chinese messages and camelCase paths
/// (<c>products[0].name</c>).
/// </summary>
public static class InputValidator
{
    /// <summary>A text without a limit of its own.</summary>
    public const int DefaultTextLimit = 2_000;

    // Attributes are asked for once a type: reading them costs more than checking by them.
    private static readonly ConcurrentDictionary<Type, Rule[]> Rules = new();

    private sealed record Rule(PropertyInfo Property, string Path, string Name, ValidationAttribute[] Attributes)
    {
        public bool HasLimit { get; } = Attributes.Any(a => a is StringLengthAttribute or MaxLengthAttribute);
    }

    public static Dictionary<string, string[]> Validate(object input)
    {
        var errors = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Check(input, "", errors, depth: 0);
        return errors.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The Chinese name of a property, as forms and messages show it.</summary>
    public static string DisplayName(PropertyInfo property)
        => property.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? property.Name;

    private static void Check(object item, string prefix, Dictionary<string, List<string>> errors, int depth)
    {
        if (depth > 8) return;
        foreach (var rule in Rules.GetOrAdd(item.GetType(), RulesOf))
        {
            var property = rule.Property;
            var value = property.GetValue(item);
            var path = prefix + rule.Path;
            CheckProperty(item, rule, value, path, errors);
            if (value is null or string) continue;
            if (value is IEnumerable list)
            {
                var index = 0;
                foreach (var element in list)
                {
                    if (element is string text) CheckText(property, text, $"{path}[{index}]", errors);
                    else if (element is not null && IsNested(element.GetType())) Check(element, $"{path}[{index}].", errors, depth + 1);
                    index++;
                }
            }
            else if (IsNested(property.PropertyType))
            {
                Check(value, path + ".", errors, depth + 1);
            }
        }

        if (item is IValidatableObject validatable)
        {
            foreach (var result in validatable.Validate(new ValidationContext(item)))
            {
                foreach (var member in result.MemberNames.DefaultIfEmpty(""))
                    Add(errors, prefix + JsonNamingPolicy.CamelCase.ConvertName(member), result.ErrorMessage!);
            }
        }
    }

    private static Rule[] RulesOf(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .Select(p => new Rule(p, JsonNamingPolicy.CamelCase.ConvertName(p.Name), DisplayName(p), [.. p.GetCustomAttributes<ValidationAttribute>(inherit: true)]))];

    private static void CheckProperty(object item, Rule rule, object? value, string path, Dictionary<string, List<string>> errors)
    {
        var name = rule.Name;
        foreach (var attribute in rule.Attributes)
        {
            var context = new ValidationContext(item) { MemberName = rule.Property.Name, DisplayName = name };
            if (attribute.GetValidationResult(value, context) is { } problem)
                Add(errors, path, attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null ? Words(attribute, name) : problem.ErrorMessage!);
        }

        if (value is string text && !errors.ContainsKey(path))
        {
            CheckText(rule.Property, text, path, errors, rule.HasLimit);
        }
    }

    private static void CheckText(PropertyInfo property, string text, string path, Dictionary<string, List<string>> errors, bool hasLimit = false)
    {
        if (!hasLimit && text.Length > DefaultTextLimit)
            Add(errors, path, $"“{DisplayName(property)}”最多 {DefaultTextLimit} 个字，现有 {text.Length} 个，请精简。");
        if (HasUnstorable(text))
            Add(errors, path, $"“{DisplayName(property)}”里有无法保存的控制字符或残缺字符，请删除后重新填写。");
    }

    /// <summary>NUL and lone surrogates cannot be stored by PostgreSQL or written to XML.</summary>
    public static bool HasUnstorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0') return true;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) { i++; continue; }
            if (char.IsSurrogate(c)) return true;
        }

        return false;
    }

    private static string Words(ValidationAttribute attribute, string name) => attribute switch
    {
        RequiredAttribute => $"请填写“{name}”。",
        StringLengthAttribute { MinimumLength: > 0 } s => $"“{name}”应为 {s.MinimumLength}–{s.MaximumLength} 个字。",
        StringLengthAttribute s => $"“{name}”最多 {s.MaximumLength} 个字，请精简。",
        MaxLengthAttribute m => $"“{name}”最多 {m.Length} 项。",
        MinLengthAttribute m => $"“{name}”至少 {m.Length} 项。",
        RangeAttribute r => $"“{name}”应在 {r.Minimum} 与 {r.Maximum} 之间。",
        EmailAddressAttribute => $"“{name}”不是有效的邮箱地址。",
        CompareAttribute => $"“{name}”与前一次填写的不一致。",
        AllowedValuesAttribute => $"“{name}”不在可选范围内，请从列表中选择。",
        EnumDataTypeAttribute => $"“{name}”不在可选范围内，请从列表中选择。",
        RegularExpressionAttribute => $"“{name}”的格式不对，请按示例填写。",
        _ => $"“{name}”不符合要求。",
    };

    private static bool IsNested(Type type)
        => type.IsClass && type != typeof(string) && type.Assembly == typeof(InputValidator).Assembly;

    private static void Add(Dictionary<string, List<string>> errors, string path, string message)
    {
        if (!errors.TryGetValue(path, out var list)) errors[path] = list = [];
        list.Add(message);
    }
}
