namespace LianMeng.Shared.Data;

/// <summary>The database as the server itself describes it.</summary>
/// <param name="Provider">SQLite or PostgreSQL</param>
/// <param name="Version">of the library or the server</param>
/// <param name="Bytes">of this database; SQLite's with its write-ahead log</param>
/// <param name="Connections">open to this database, of all nodes and programs; null for SQLite, which has none</param>
public sealed record DatabaseFigures(string Provider, string Version, long Bytes, int? Connections);
