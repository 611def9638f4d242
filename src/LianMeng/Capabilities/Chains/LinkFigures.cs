using System.Globalization;

namespace LianMeng.Capabilities.Chains;

/// <summary>What a row of links.tsv says in figures, from its fourth column on: coefficient, note, unit, share. A figure stands only with its source.</summary>
internal sealed record LinkFigures(decimal? Coefficient, string? Note, string? Unit, decimal? Share)
{
    /// <param name="broken">makes the exception that names file and row</param>
    public static LinkFigures Read(string[] row, Func<string, Exception> broken)
    {
        var (coefficient, note, unit, share) = (Cell(3), Cell(4), Cell(5), Cell(6));
        if (coefficient is not null && row[2] is not ("input-of" or "by-product-of")) throw broken($"关系“{row[2]}”没有单耗");
        var figures = new LinkFigures(CoefficientOf(coefficient, broken), note, unit, ShareOf(share, broken));
        if (figures.Coefficient is not null && note is null) throw broken("写了单耗却没有写出处");
        if (figures.Share is not null && note is null) throw broken("写了占比却没有写出处");
        if (figures.Coefficient is not null && unit?.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]) throw broken($"单耗的单位应写作“t/t”，却是“{unit}”");
        if (figures.Coefficient is null && unit is not null) throw broken("写了单位却没有写单耗");
        return figures;

        string? Cell(int column) => row.ElementAtOrDefault(column) is { Length: > 0 } text ? text : null;
    }

    private static decimal? CoefficientOf(string? text, Func<string, Exception> broken)
    {
        if (text is null) return null;
        var number = Number(text) ?? throw broken($"单耗“{text}”不是数字");
        return number > 0 ? number : throw broken($"单耗“{text}”应大于 0");
    }

    private static decimal? ShareOf(string? text, Func<string, Exception> broken)
    {
        if (text is null) return null;
        var share = (text.EndsWith('%') ? Number(text[..^1]) / 100 : Number(text)) ?? throw broken($"占比“{text}”不是数字");
        return share is >= 0 and <= 1 ? share : throw broken($"占比“{text}”应在 0 与 1（100%）之间");
    }

    private static decimal? Number(string text)
        => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
