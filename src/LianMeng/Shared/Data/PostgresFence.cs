using System.Security.Cryptography;
using System.Text;
using LianMeng.Shared.Scope;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LianMeng.Shared.Data;

/// <summary>
/// Row level security, derived from the scope markers. Applied after every migration; a test compares it with pg_policies.
/// </summary>
public static class PostgresFence
{
    /// <summary>The role the program works as. It owns nothing, so FORCE and the policies bind it.</summary>
    public const string Role = "lianmeng_app";

    /// <summary>The role a backup reads as: every row of every table, and writes nothing. The login may take it, the program never does.</summary>
    public const string BackupRole = "lianmeng_backup";

    // In a SELECT of its own the setting is read once a question, not once a row: a hundred thousand rows take 0.1 s instead of 0.6 s.
    private const string Readable = "\"DistrictId\" = ANY ((SELECT string_to_array(nullif(current_setting('lianmeng.read', true), ''), ',')::uuid[])::uuid[])";
    private const string Writable = "\"DistrictId\" = nullif(current_setting('lianmeng.write', true), '')::uuid";

    /// <summary>Table → policies it must have.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Policy>> Policies(IModel model)
        => model.GetEntityTypes()
            .Where(e => e.ClrType.IsAssignableTo(typeof(IDistrictOwned)) || e.ClrType.IsAssignableTo(typeof(IPublished)))
            .ToDictionary(e => e.GetTableName()!, e => For(e.ClrType.IsAssignableTo(typeof(IPublished))), StringComparer.Ordinal);

    private static IReadOnlyList<Policy> For(bool published) =>
    [
        new("lm_select", "SELECT", published ? "true" : Readable, null),
        new("lm_insert", "INSERT", null, Writable),
        new("lm_update", "UPDATE", Writable, Writable),
        new("lm_delete", "DELETE", Writable, null),
        new("lm_backup", "SELECT", "true", null, BackupRole),
    ];

    /// <summary>The roles and what they may do with every table. Takes no lock that a reader or writer of rows waits for.</summary>
    public static string Rights => Roles + $"""
        GRANT USAGE ON SCHEMA public TO {Role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {Role};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {Role};

        """ + BackupGrants;

    /// <summary>The marks of the policies that stand, on tables whose fence is on and forced.</summary>
    public const string StandingMarks = """
        SELECT obj_description(p.oid, 'pg_policy') AS "Value"
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE c.relrowsecurity AND c.relforcerowsecurity AND obj_description(p.oid, 'pg_policy') IS NOT NULL
        """;

    /// <summary>
    /// The script of every table whose policies do not all stand as they should. A script locks its table against everybody, so that
    /// each is to be run in a transaction of its own, and none where nothing changed: nodes start while others serve.
    /// </summary>
    /// <param name="standing">what <see cref="StandingMarks"/> found</param>
    public static IEnumerable<string> Scripts(IModel model, IReadOnlySet<string> standing)
        => Policies(model).Where(t => !t.Value.All(p => standing.Contains(p.Mark(t.Key)))).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Script(t.Key, t.Value));

    private static string Script(string table, IReadOnlyList<Policy> policies)
    {
        var sql = new StringBuilder();
        sql.AppendLine($"ALTER TABLE \"{table}\" ENABLE ROW LEVEL SECURITY; ALTER TABLE \"{table}\" FORCE ROW LEVEL SECURITY;");
        foreach (var policy in policies)
            sql.AppendLine($"DROP POLICY IF EXISTS {policy.Name} ON \"{table}\"; {policy.Creation(table)}; COMMENT ON POLICY {policy.Name} ON \"{table}\" IS '{policy.Mark(table)}';");
        return sql.ToString();
    }

    /// <summary>The roles, granted to the login. Two nodes may start together: the loser of the race finds the role there.</summary>
    public static string Roles { get; } = RoleScript(Role) + RoleScript(BackupRole);

    /// <summary>What the backup reads.</summary>
    public static string BackupGrants { get; } = $"GRANT USAGE ON SCHEMA public TO {BackupRole};\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO {BackupRole};\nGRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {BackupRole};\n";

    // No braces: EF formats raw SQL.
    private static string RoleScript(string role)
        => $"DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} NOLOGIN; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$;\n"
            + $"DO $do$ BEGIN EXECUTE format('GRANT {role} TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $do$;\n";

    /// <summary>One policy: its name, the command it rules, its two conditions, and for whom it is (everybody when null).</summary>
    public sealed record Policy(string Name, string Command, string? Using, string? Check, string? To = null)
    {
        public string Creation(string table)
            => $"CREATE POLICY {Name} ON \"{table}\" FOR {Command}"
                + (To is null ? "" : $" TO {To}")
                + (Using is null ? "" : $" USING ({Using})")
                + (Check is null ? "" : $" WITH CHECK ({Check})");

        /// <summary>Its comment in the database, by which a later start knows that it stands as this version says.</summary>
        public string Mark(string table) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Creation(table))));
    }
}
