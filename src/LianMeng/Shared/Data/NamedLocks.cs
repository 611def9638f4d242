#pragma warning disable RS0030 // an advisory lock is no query: it has no rows to fence
using System.Collections.Concurrent;
using LianMeng.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LianMeng.Shared.Data;

/// <summary>
/// Locks by name, for invariants across rows and for work that only one shall do. Within a process by semaphore; on
/// PostgreSQL also across nodes by an advisory lock, held on a connection of its own pool so that those who wait never
/// starve those who work. A node that dies lets go of its locks with its connections.
/// </summary>
public sealed class NamedLocks(Storage storage) : IDisposable
{
    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.Ordinal);
    private readonly Lock once = new();
    private FileStream? onlyWorker;

    /// <summary>Waits until the lock is free.</summary>
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
            if (db is PostgresAppDb) held.Connection = await TakeAcrossNodesAsync(db, "SELECT pg_advisory_lock(hashtextextended($1, 0)) IS NOT NULL", name, cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Takes the lock if nobody has it, for background work. On SQLite the work of a folder belongs to one process: the first
    /// that asks, until it ends.
    /// </summary>
    /// <returns>null when somebody else has it</returns>
    public async Task<IAsyncDisposable?> TryTakeAsync(AppDb db, string name, CancellationToken cancellation)
    {
        if (db is SqliteAppDb && !IsOnlyWorker()) return null;
        var gate = Enter(name);
        if (!await gate.One.WaitAsync(0, CancellationToken.None))
        {
            Leave(name, gate);
            return null;
        }

        var held = new Held(this, name, gate);
        try
        {
            if (db is not PostgresAppDb) return held;
            held.Connection = await TakeAcrossNodesAsync(db, "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", name, cancellation);
            if (held.Connection is not null) return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        await held.DisposeAsync();
        return null;
    }

    public void Dispose() => onlyWorker?.Dispose();

    /// <summary>A file that is open for one process alone; the system closes it when the process dies.</summary>
    private bool IsOnlyWorker()
    {
        lock (once)
        {
            if (onlyWorker is not null) return true;
            try
            {
                onlyWorker = new FileStream(storage.PathOf("background.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    private static async Task<NpgsqlConnection?> TakeAcrossNodesAsync(AppDb db, string sql, string name, CancellationToken cancellation)
    {
        var pool = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()!) { ApplicationName = "lianmeng-locks", MaxPoolSize = 50 };
        var connection = new NpgsqlConnection(pool.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
            if (await command.ExecuteScalarAsync(cancellation) is true) return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
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
            try
            {
                if (Connection is not null) await LetGoAsync(Connection);
            }
            finally
            {
                gate.One.Release();
                locks.Leave(name, gate);
            }
        }

        /// <summary>The pool resets a session when it is next used, not when it is given back: the lock is let go by name.</summary>
        private static async Task LetGoAsync(NpgsqlConnection connection)
        {
            await using (connection)
            {
                try
                {
                    await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                    await command.ExecuteNonQueryAsync();
                }
                catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
                {
                    // the connection is broken, and the lock went with it
                }
            }
        }
    }
}
