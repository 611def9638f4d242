using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Architecture;

namespace LianMeng.Tests.Shared.Ledger;

/// <summary>Facts are read for decades: a kind and version never change their shape, and they carry no person's name or telephone.</summary>
public sealed class FactTests
{
    private const string Golden = "tests/LianMeng.Tests/Shared/Ledger/facts.golden.json";

    [Fact]
    public void Every_kind_and_version_has_its_golden_json()
    {
        Assert.True(FactCatalogue.All.Count > 10, $"only {FactCatalogue.All.Count} kinds seen");
        var actual = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var type in FactCatalogue.All)
        {
            var fact = (Fact)Sample(type, "");
            actual[$"{fact.Kind}/{fact.V}"] = JsonNode.Parse(FactCatalogue.Write(fact));
        }

        // A version that the program no longer writes stays in the file: the ledger still holds it.
        var path = Repository.PathOf(Golden);
        var known = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
        if (Repository.Rewrites)
        {
            foreach (var (kind, json) in known) actual.TryAdd(kind, json?.DeepClone());
            File.WriteAllText(path, JsonSerializer.Serialize(actual, new JsonSerializerOptions(Json.Options) { WriteIndented = true }) + "\n");
            return;
        }

        Assert.Empty(actual.Keys.Except(known.Select(k => k.Key)).Select(k => $"{k} is new: LIANMENG_REWRITE=1, then read the difference"));
        Assert.Empty(actual.Where(a => !JsonNode.DeepEquals(a.Value, known[a.Key])).Select(a => $"{a.Key} changed its shape: make it a new version. Was {known[a.Key]!.ToJsonString(Json.Options)}, is {a.Value!.ToJsonString(Json.Options)}"));
    }

    [Fact]
    public void Every_golden_fact_is_read_back_as_it_was_stated()
    {
        var known = JsonNode.Parse(File.ReadAllText(Repository.PathOf(Golden)))!.AsObject();
        Assert.NotEmpty(known);
        foreach (var (kind, json) in known)
        {
            var fact = FactCatalogue.Read(kind.Split('/')[0], json!.ToJsonString(Json.Options));
            Assert.NotNull(fact);
            Assert.NotEmpty(fact.Words);
            Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(FactCatalogue.Write(fact))), kind);
        }
    }

    [Fact]
    public void A_fact_has_no_place_for_a_name_or_a_telephone()
    {
        var properties = FactCatalogue.All.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).ToList();
        Assert.True(properties.Count > 10);
        string[] personal = ["Name", "Phone", "Email", "Address", "Contact", "Password"];
        Assert.Empty(properties.Where(p => personal.Any(w => p.Name.EndsWith(w, StringComparison.Ordinal))).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    /// <summary>Words change with the wording; what happened does not.</summary>
    [Fact]
    public void A_payload_holds_what_happened_and_not_what_is_said_of_it()
        => Assert.All(FactCatalogue.All, type =>
        {
            var payload = JsonNode.Parse(FactCatalogue.Write((Fact)Sample(type, "")))!.AsObject();
            Assert.All(new[] { "kind", "v", "subjects", "words", "details" }, said => Assert.False(payload.ContainsKey(said), $"{type.Name}.{said}"));
        });

    /// <summary>The same value for the same property, every time.</summary>
    private static object Sample(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"{name} 示例";
        if (type == typeof(Guid)) return new Guid("01940000-0000-7000-8000-" + name.Sum(c => (long)c).ToString("x12"));
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal)) return Convert.ChangeType(name.Length, type);
        if (type == typeof(bool)) return true;
        if (type == typeof(DateTime)) return new DateTime(2026, 11, 22, 8, 30, 0, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 11, 22);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]))!;
            list.Add(Sample(type.GetGenericArguments()[0], name));
            return list;
        }

        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType, p.Name!))]);
    }
}
