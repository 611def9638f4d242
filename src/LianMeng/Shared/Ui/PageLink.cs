using Microsoft.AspNetCore.WebUtilities;

namespace LianMeng.Shared.Ui;

/// <summary>Addresses of the same page with some query parameters changed, so that links keep the filters in force.</summary>
public static class PageLink
{
    /// <summary>Path and query of <paramref name="uri"/> (absolute or from the root) with the given parameters set, or removed where the value is null or empty.</summary>
    public static string With(string uri, params (string Name, string? Value)[] changes)
    {
        var (path, query) = Split(uri);
        var kept = query.Where(pair => !changes.Any(change => Same(change.Name, pair.Name)));
        var set = changes.Where(change => !string.IsNullOrEmpty(change.Value)).Select(change => (change.Name, Value: change.Value!));
        return Join(path, kept.Concat(set));
    }

    /// <summary>The query of <paramref name="uri"/> put behind another path, without the named parameters: for exports of what is shown.</summary>
    public static string Transfer(string uri, string toPath, params string[] without)
    {
        var (_, query) = Split(uri);
        return Join(toPath, query.Where(pair => !without.Any(name => Same(name, pair.Name))));
    }

    /// <summary>The parameters of <paramref name="uri"/> in order, empty ones left out.</summary>
    public static IReadOnlyList<(string Name, string Value)> Query(string uri) => Split(uri).Query;

    /// <summary>Path without query and fragment.</summary>
    public static string Path(string uri) => Split(uri).Path;

    private static (string Path, IReadOnlyList<(string Name, string Value)> Query) Split(string uri)
    {
        var withoutFragment = uri.Split('#', 2)[0];
        var local = Uri.TryCreate(withoutFragment, UriKind.Absolute, out var absolute) && !absolute.IsFile
            ? absolute.PathAndQuery
            : withoutFragment;
        var parts = local.Split('?', 2);
        var query = new List<(string, string)>();
        if (parts.Length == 2)
        {
            foreach (var pair in new QueryStringEnumerable(parts[1]))
            {
                var value = pair.DecodeValue().ToString();
                if (value.Length > 0)
                {
                    query.Add((pair.DecodeName().ToString(), value));
                }
            }
        }
        return (parts[0], query);
    }

    private static string Join(string path, IEnumerable<(string Name, string Value)> query)
    {
        var text = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        return text.Length == 0 ? path : $"{path}?{text}";
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
