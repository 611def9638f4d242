namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// A waste code of the national lists: hazardous AAA-BBB-CC (the last two digits are the class, 48 = HW48), other AAA-BBB-Snn. A letter or full-width digit is not repaired silently.
/// </summary>
/// <param name="Text">As written in the list: 321-024-48.</param>
/// <param name="IsHazardous">Whether it is of the hazardous list.</param>
public readonly record struct WasteCode(string Text, bool IsHazardous)
{
    /// <summary>Reads a code; on failure the reason, in Chinese.</summary>
    public static bool TryParse(string? text, out WasteCode code, out string problem)
    {
        (code, problem) = (default, "");
        var parts = (text ?? "").Trim().ToUpperInvariant().Split('-');
        if (parts is [{ Length: 3 } industry, { Length: 3 } number, var last] && IsDigits(industry) && IsDigits(number))
        {
            var isHazardous = last.Length == 2 && IsDigits(last);
            if (isHazardous || (last.Length == 3 && last[0] == 'S' && IsDigits(last[1..])))
            {
                code = new(string.Join('-', parts), isHazardous);
                return true;
            }
        }

        problem = string.IsNullOrWhiteSpace(text) ? "未填废物代码" : $"废物代码“{text.Trim()}”不是 AAA-BBB-CC 或 AAA-BBB-Snn 的形式";
        return false;
    }

    public override string ToString() => Text;

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
