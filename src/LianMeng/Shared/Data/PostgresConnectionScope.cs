using System.Data.Common;
using LianMeng.Shared.Access;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LianMeng.Shared.Data;

/// <summary>
/// Tells PostgreSQL on every opened connection whose rows this scope may read and write, and steps down to the role that the
/// policies bind (a superuser's connection string would silently void them). The pool's reset clears both.
/// </summary>
public sealed class PostgresConnectionScope : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        var actor = eventData.Context is AppDb db ? db.Actor : Actor.Anonymous;
        var command = connection.CreateCommand();
        // Guids only: nothing here comes from a person's input.
        command.CommandText = $"SET ROLE {PostgresFence.Role}; " +
            $"SELECT set_config('lianmeng.read', '{string.Join(',', actor.ReadDistricts)}', false), set_config('lianmeng.write', '{actor.WriteDistrict}', false)";
        return command;
    }
}
