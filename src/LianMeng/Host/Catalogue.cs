using System.Reflection;
using System.Runtime.CompilerServices;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host;

/// <summary>Every capability and every use case of the program, found in the compiled code: none is listed by hand.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Capability> Capabilities { get; } =
        [.. Concrete(typeof(Capability)).Select(t => (Capability)Activator.CreateInstance(t)!)];

    public static IReadOnlyList<Type> UseCases { get; } = [.. Concrete(typeof(UseCase))];

    /// <summary>Every setting, capability by capability.</summary>
    public static IReadOnlyList<Setting> Settings { get; } = [.. Capabilities.SelectMany(c => c.Settings)];

    public static IReadOnlyList<MenuLine> MenuOf(Actor actor)
        => [.. Capabilities.SelectMany(c => c.Menu).Where(line => line.Access.Allows(actor)).OrderBy(line => line.Order)];

    /// <summary>The rule of a use case, without building it: Access must not depend on the instance.</summary>
    public static Access AccessOf(Type useCase) => ((UseCase)RuntimeHelpers.GetUninitializedObject(useCase)).Access;

    /// <summary>The page that shows what an operation of this use case came to, if it has one of its own; read without building it.</summary>
    public static string? ResultPageOf(string useCase)
        => UseCases.FirstOrDefault(t => t.Name == useCase && t.IsAssignableTo(typeof(IResultPage))) is { } type
            ? ((IResultPage)RuntimeHelpers.GetUninitializedObject(type)).ResultPage
            : null;

    /// <summary>The type arguments of the base class <paramref name="definition"/> that a use case derives from, if it does.</summary>
    public static Type[]? ArgumentsOf(Type useCase, Type definition)
    {
        for (var type = useCase; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == definition) return type.GetGenericArguments();
        }

        return null;
    }

    private static IEnumerable<Type> Concrete(Type root)
        => typeof(Catalogue).Assembly.GetTypes().Where(t => t.IsSubclassOf(root) && !t.IsAbstract).OrderBy(t => t.FullName, StringComparer.Ordinal);
}
