using System.Globalization;

namespace LianMeng.Capabilities.Nodes;

/// <summary>Sizes as people read them: 1.5 GB. A KB has 1 024 bytes.</summary>
public static class ByteWords
{
    private static readonly string[] Units = ["字节", "KB", "MB", "GB", "TB"];

    public static string Of(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        for (; value >= 1024 && unit < Units.Length - 1; unit++) value /= 1024;
        return value.ToString(unit == 0 || value >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
