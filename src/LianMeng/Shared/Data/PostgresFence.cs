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

    public static string Script(IModel model)
    {
        var sql = new StringBuilder();
        sql.Append(Roles);
        sql.AppendLine($"GRANT USAGE ON SCHEMA public TO {Role};");
        sql.AppendLine($"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {Role};");
        sql.AppendLine($"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {Role};");
        sql.Append(BackupGrants);
        foreach (var (table, policies) in Policies(model))
        {
            sql.AppendLine($"ALTER TABLE \"{table}\" ENABLE ROW LEVEL SECURITY; ALTER TABLE \"{table}\" FORCE ROW LEVEL SECURITY;");
            foreach (var policy in policies)
            {
                sql.Append($"DROP POLICY IF EXISTS {policy.Name} ON \"{table}\"; CREATE POLICY {policy.Name} ON \"{table}\" FOR {policy.Command}");
                if (policy.To is not null) sql.Append($" TO {policy.To}");
                if (policy.Using is not null) sql.Append($" USING ({policy.Using})");
                if (policy.Check is not null) sql.Append($" WITH CHECK ({policy.Check})");
                sql.AppendLine(";");
            }
        }

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
    public sealed record Policy(string Name, string Command, string? Using, string? Check, string? To = null);
}
