namespace LianMeng.Shared.Spreadsheets;

/// <summary>A1 notation; rows and columns as numbers, columns from 0.</summary>
internal static class CellRef
{
    /// <summary>The column of a reference such as AB12, or -1. Reads only the letters.</summary>
    public static int Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        var letters = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c))
                break;
            if (++letters > 3)
                return -1;
            column = column * 26 + (c | 32) - 'a' + 1;
        }
        return column - 1;
    }

    public static int Row(ReadOnlySpan<char> reference)
    {
        var digits = reference.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        return int.TryParse(digits, out var row) ? row : -1;
    }

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
