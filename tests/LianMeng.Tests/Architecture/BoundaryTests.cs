using System.Reflection;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Architecture;

/// <summary>Who may use whom, read from the compiled code.</summary>
public sealed class BoundaryTests
{
    private const string Capabilities = "LianMeng.Capabilities.";
    private static readonly IReadOnlyDictionary<Type, IReadOnlySet<MemberInfo>> Uses = CompiledCode.Uses(typeof(AppDb).Assembly);

    /// <summary>May only shrink: what is repaired is taken out, and nothing is added.</summary>
    private static readonly HashSet<string> KnownExceptions = new(StringComparer.Ordinal)
    {
        // The data context derives from Identity's, whose user is ours; jobs act for people.
        "Shared.AppDb → Accounts.User",
        "Shared.OperationRunner → Accounts.ActorLoader",
    };

    [Fact]
    public void A_capability_uses_another_only_through_its_public_types_and_facts()
    {
        var seen = 0;
        var breaches = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (type, members) in Uses)
        {
            if (CapabilityOf(type) is not { } own) continue;
            seen++;
            foreach (var used in CompiledCode.Types(members))
            {
                if (CapabilityOf(used) is { } other && other != own && !IsPublic(used)) breaches.Add($"{own}.{type.Name} → {other}.{used.Name}");
            }
        }

        Assert.True(seen > 50, $"only {seen} types of capabilities seen");
        AssertOnlyKnown(breaches, b => !b.StartsWith("Shared", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_shared_knows_no_capability_but_accounts_and_districts()
    {
        var seen = 0;
        var breaches = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (type, members) in Uses)
        {
            if (type.Namespace?.StartsWith("LianMeng.Shared", StringComparison.Ordinal) != true || type.Namespace.Contains(".Migrations.", StringComparison.Ordinal)) continue;
            seen++;
            foreach (var used in CompiledCode.Types(members))
            {
                if (CapabilityOf(used) is { } other && !IsPublic(used)) breaches.Add($"Shared.{type.Name} → {other}.{used.Name}");
            }
        }

        Assert.True(seen > 50, $"only {seen} shared types seen");
        AssertOnlyKnown(breaches, b => b.StartsWith("Shared", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_never_touch_the_data_context()
    {
        var pages = Uses.Where(u => u.Key.IsAssignableTo(typeof(ComponentBase))).ToList();
        Assert.True(pages.Count > 10, $"only {pages.Count} components seen");
        Assert.Empty(pages.Where(p => CompiledCode.Types(p.Value).Any(t => t.IsAssignableTo(typeof(DbContext)) || t == typeof(EntityFrameworkQueryableExtensions))).Select(p => p.Key.Name));
    }

    /// <summary>A page is drawn when its answers are there; see WholeComponent for what happens on PostgreSQL otherwise.</summary>
    [Fact]
    public void Whatever_asks_before_it_is_drawn_is_drawn_whole()
    {
        var asking = Uses.Keys.Where(t => t.IsAssignableTo(typeof(ComponentBase)) && t != typeof(LianMeng.Shared.Ui.WholeComponent)
            && t.GetMethod("OnInitializedAsync", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null).ToList();
        Assert.True(asking.Count > 5, $"only {asking.Count} components ask");
        Assert.Empty(asking.Where(t => !t.IsAssignableTo(typeof(LianMeng.Shared.Ui.WholeComponent))).Select(t => t.Name));
    }

    [Fact]
    public void Entities_know_no_database_no_request_and_no_clock()
    {
        var entities = Uses.Where(u => u.Key is { IsClass: true, IsAbstract: false } && (u.Key.IsAssignableTo(typeof(IDistrictOwned)) || u.Key.IsAssignableTo(typeof(IPublished)) || u.Key.IsAssignableTo(typeof(ICityWide)))).ToList();
        Assert.True(entities.Count > 8, $"only {entities.Count} entities seen");
        Assert.Empty(entities.SelectMany(e => CompiledCode.Types(e.Value)
            .Where(t => t.IsAssignableTo(typeof(DbContext)) || t == typeof(HttpContext) || t == typeof(TimeProvider))
            .Select(t => $"{e.Key.Name} → {t.Name}")));
    }

    [Fact]
    public void The_engine_is_framework_only()
    {
        var references = typeof(LianMeng.Engine.Standards.Uscc).Assembly.GetReferencedAssemblies();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.True(r.Name!.StartsWith("System.", StringComparison.Ordinal), r.Name));
    }

    /// <summary>Banned symbols stop the build; this sees the same in the compiled code, whatever pragma silenced it.</summary>
    [Fact]
    public void Filters_are_left_and_raw_sql_is_sent_only_by_shared_data()
    {
        string[] banned = ["IgnoreQueryFilters", "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteUpdate", "ExecuteUpdateAsync"];
        string[] bannedTypes = [nameof(RelationalQueryableExtensions), nameof(RelationalDatabaseFacadeExtensions)];
        string[] harmless = [nameof(RelationalQueryableExtensions.AsSplitQuery), nameof(RelationalQueryableExtensions.AsSingleQuery)];
        var seen = 0;
        var breaches = new List<string>();
        foreach (var (type, members) in Uses)
        {
            foreach (var method in members.OfType<MethodInfo>().Where(m => m.DeclaringType?.Namespace == "Microsoft.EntityFrameworkCore"))
            {
                seen++;
                if ((banned.Contains(method.Name) || bannedTypes.Contains(method.DeclaringType!.Name)) && !harmless.Contains(method.Name)
                    && type.Namespace?.StartsWith("LianMeng.Shared.Data", StringComparison.Ordinal) != true)
                    breaches.Add($"{type.Name} calls {method.Name}");
            }
        }

        Assert.True(seen > 50, $"only {seen} calls of Entity Framework seen");
        Assert.Empty(breaches);
    }

    private static void AssertOnlyKnown(HashSet<string> breaches, Func<string, bool> belongs)
    {
        var known = KnownExceptions.Where(belongs).ToHashSet(StringComparer.Ordinal);
        Assert.True(breaches.IsSubsetOf(known), "New breaches: use the Public types, a fact or an id.\n" + string.Join('\n', breaches.Except(known).Order(StringComparer.Ordinal).Select(b => $"\"{b}\",")));
        Assert.True(known.IsSubsetOf(breaches), "Repaired; take out of the list:\n" + string.Join('\n', known.Except(breaches)));
    }

    private static string? CapabilityOf(Type type)
        => type.Namespace?.StartsWith(Capabilities, StringComparison.Ordinal) == true ? type.Namespace[Capabilities.Length..].Split('.')[0] : null;

    private static bool IsPublic(Type type) => type.Namespace!.Split('.') is [_, _, _, "Public", ..] || type.IsSubclassOf(typeof(Fact));
}
