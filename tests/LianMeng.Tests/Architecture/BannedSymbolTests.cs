using System.Reflection;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LianMeng.Tests.Architecture;

/// <summary>A banned symbol with a misspelt name bans nothing: each line must be a real one, and those that matter must be there.</summary>
public sealed class BannedSymbolTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("BannedSymbols.txt")).Where(l => l.Length > 0).ToArray();

    [Fact]
    public void Every_banned_symbol_exists()
    {
        Assert.True(Lines.Length > 10);
        Assert.DoesNotContain(Lines, l => !Exists(l.Split(';')[0]));
    }

    [Fact]
    public void What_leaves_the_fence_the_ledger_or_the_clock_is_banned()
    {
        var banned = Lines.Select(l => l.Split(';')[0]).ToList();
        var must = typeof(EntityFrameworkQueryableExtensions).GetMethods()
            .Where(m => m.Name is "IgnoreQueryFilters" or "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync").Select(IdOf)
            .Concat(["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.UtcNow", "P:System.Threading.Tasks.Task`1.Result", "M:System.Guid.NewGuid",
                "T:Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "T:Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions"]).ToList();
        Assert.True(must.Count > 10);
        Assert.Empty(must.Except(banned, StringComparer.Ordinal));
    }

    [Fact]
    public void The_analyzer_is_given_the_list_and_breaches_are_errors()
    {
        var props = File.ReadAllText(Repository.PathOf("Directory.Build.props"));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", props);
        Assert.Contains("BannedSymbols.txt", props);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props);
    }

    private static bool Exists(string id)
    {
        var name = id[2..];
        if (id[0] == 'T') return Find(name) is not null;
        var open = name.IndexOf('(');
        var path = open < 0 ? name : name[..open];
        var dot = path.LastIndexOf('.');
        if (Find(path[..dot]) is not { } type) return false;
        return id[0] == 'P' ? type.GetProperty(path[(dot + 1)..]) is not null : type.GetMethods().Any(m => IdOf(m) == id);
    }

    private static Type? Find(string name)
        => new[] { typeof(object).Assembly, typeof(DbContext).Assembly, typeof(RelationalEventId).Assembly, typeof(AppDb).Assembly }.Select(a => a.GetType(name)).FirstOrDefault(t => t is not null);

    /// <summary>The documentation id of a method.</summary>
    private static string IdOf(MethodInfo method)
    {
        var parameters = string.Join(',', method.GetParameters().Select(p => IdOf(p.ParameterType)));
        return $"M:{method.DeclaringType!.FullName}.{method.Name}{(method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "")}{(parameters.Length > 0 ? $"({parameters})" : "")}";
    }

    private static string IdOf(Type type) => type switch
    {
        { IsGenericMethodParameter: true } => "``" + type.GenericParameterPosition,
        { IsGenericParameter: true } => "`" + type.GenericParameterPosition,
        { IsGenericType: true } => $"{type.Namespace}.{type.Name[..type.Name.IndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(IdOf))}}}",
        _ => type.FullName!.Replace('+', '.'),
    };
}
