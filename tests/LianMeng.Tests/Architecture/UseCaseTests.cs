using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LianMeng.Host;
using LianMeng.Shared.UseCases;

namespace LianMeng.Tests.Architecture;

/// <summary>Every use case: a rule of its own, inputs that are limited, names that tell them apart.</summary>
public sealed class UseCaseTests
{
    public static IReadOnlyList<Type> Inputs { get; } = [.. Catalogue.UseCases.Select(InputOf).Distinct()];

    public static Type InputOf(Type useCase)
        => new[] { typeof(Command<,>), typeof(Query<,>), typeof(Show<,>) }.Select(d => Catalogue.ArgumentsOf(useCase, d)).First(a => a is not null)![0];

    [Fact]
    public void Every_use_case_states_its_rule_without_an_instance()
    {
        Assert.True(Catalogue.UseCases.Count > 12, $"only {Catalogue.UseCases.Count} use cases seen");
        Assert.All(Catalogue.UseCases, u => Assert.NotEmpty(Catalogue.AccessOf(u).Describe));
    }

    /// <summary>Receipts, operations and denied accesses name a use case by its type name alone.</summary>
    [Fact]
    public void Every_use_case_has_a_name_of_its_own()
        => Assert.Empty(Catalogue.UseCases.GroupBy(u => u.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_text_of_an_input_has_a_limit()
    {
        var texts = Inputs.SelectMany(i => i.GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite)).ToList();
        Assert.True(texts.Count > 20, $"only {texts.Count} texts seen");
        Assert.Empty(texts.Where(p => p.GetCustomAttribute<StringLengthAttribute>() is null && p.GetCustomAttribute<MaxLengthAttribute>() is null).Select(p => $"{p.DeclaringType!.FullName}.{p.Name}"));
    }

    /// <summary>A range of whole numbers turns a decimal into an int first: it rounds, and it throws beyond int.</summary>
    [Fact]
    public void Every_range_is_of_the_type_that_it_limits()
    {
        var ranged = Inputs.SelectMany(i => i.GetProperties()).Select(p => (Property: p, Range: p.GetCustomAttribute<RangeAttribute>())).Where(p => p.Range is not null).ToList();
        Assert.True(ranged.Count > 3, $"only {ranged.Count} ranges seen");
        Assert.Empty(ranged.Where(p => (Nullable.GetUnderlyingType(p.Property.PropertyType) ?? p.Property.PropertyType) != p.Range!.OperandType).Select(p => $"{p.Property.DeclaringType!.FullName}.{p.Property.Name}"));
    }

    [Fact]
    public void Every_permission_is_declared_once_in_its_capability()
    {
        var permissions = Catalogue.Capabilities.SelectMany(c => c.Permissions).ToList();
        Assert.True(permissions.Count > 4);
        Assert.Equal(permissions.Count, permissions.Select(p => p.Key).Distinct().Count());
        Assert.All(permissions, p => Assert.NotEmpty(p.Roles));
    }
}
