using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LianMeng.Shared.Data;

/// <summary>
/// Money and quantities are stored as whole ten-thousandths, so that both databases sum and sort them exactly
/// (SQLite has no decimal type). Range ±922 trillion.
/// </summary>
public sealed class ScaledDecimal() : ValueConverter<decimal, long>(
    value => (long)(value * 10_000m),
    stored => stored / 10_000m);
