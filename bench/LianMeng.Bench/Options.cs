using System.Globalization;

namespace LianMeng.Bench;

/// <summary>Numbers given as <c>--name N</c>; anything else on the line is refused by name.</summary>
static class Options
{
    /// <summary>The values of the named options in their order, each positive; where one is not given, its default.</summary>
    public static int[] Numbers(string[] args, params (string Name, int Default)[] known)
    {
        var values = known.Select(option => option.Default).ToArray();
        for (var i = 0; i < args.Length; i += 2)
        {
            var at = Array.FindIndex(known, option => option.Name == args[i]);
            if (at < 0) throw new BadInputException($"unknown option: {args[i]}");
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
                throw new BadInputException($"{args[i]} needs a positive number");
            values[at] = value;
        }

        return values;
    }
}
