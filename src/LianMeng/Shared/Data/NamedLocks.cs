#pragma warning disable RS0030 // an advisory lock is no query: it has no rows to fence
using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LianMeng.Shared.Data;

/// <summary>
/// Locks by name, for invariants across rows. Within a process by semaphore; on PostgreSQL also across nodes by an advisory
/// lock, held on a connection of its own pool so that those who wait never starve those who work.
/// </summary>
public sealed class NamedLocks
{
    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.Ordinal);

    public async Task<IAsyncDisposable> TakeAsync(AppDb db, string name, CancellationToken cancellation)
    {
        var gate = Enter(name);
        try
        {
            await gate.One.WaitAsync(cancellation);
        }
        catch
        {
            Leave(name, gate);
            throw;
        }

        var held = new Held(this, name, gate);
        try
        {
            if (db is PostgresAppDb) held.Connection = await TakeAcrossNodesAsync(db.Database.GetConnectionString()!, name, cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private static async Task<NpgsqlConnection> TakeAcrossNodesAsync(string connectionString, string name, CancellationToken cancellation)
    {
        var pool = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "lianmeng-locks", MaxPoolSize = 50 };
        var connection = new NpgsqlConnection(pool.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = name } } };
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    private Gate Enter(string name)
    {
        for (; ; )
        {
            var gate = gates.GetOrAdd(name, _ => new Gate());
            lock (gate)
            {
                if (gate.Gone) continue;
                gate.Users++;
                return gate;
            }
        }
    }

    private void Leave(string name, Gate gate)
    {
        lock (gate)
        {
            if (--gate.Users > 0) return;
            gate.Gone = true;
            gates.TryRemove(name, out _);
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim One { get; } = new(1, 1);
        public int Users { get; set; }
        public bool Gone { get; set; }
    }

    private sealed class Held(NamedLocks locks, string name, Gate gate) : IAsyncDisposable
    {
        public NpgsqlConnection? Connection { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (Connection is not null)
            {
                // The pool resets a session when it is next used, not when it is given back: the lock is let go by name.
                await using (var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", Connection)) await command.ExecuteNonQueryAsync();
                await Connection.DisposeAsync();
            }

            gate.One.Release();
            locks.Leave(name, gate);
        }
    }
}
