using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LianMeng.Shared.Data;

/// <summary>Instants are UTC; SQLite forgets the kind, so it is given back on reading.</summary>
public sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    value => value,
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
