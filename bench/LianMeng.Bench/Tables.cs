namespace LianMeng.Bench;

/// <summary>Reads tab-separated files; a missing one is said clearly and ends the run with code 2.</summary>
static class Tables
{
    /// <summary>Exit code for input that is not there or not readable.</summary>
    public const int BadInput = 2;

    /// <summary>The rows with at least <paramref name="columns"/> columns; blank lines are left out.</summary>
    public static List<string[]> Read(string folder, string file, int columns)
    {
        var path = Path.Combine(folder, file);
        if (!Directory.Exists(folder)) throw new BadInputException($"no such folder: {folder}");
        if (!File.Exists(path)) throw new BadInputException($"missing file: {path}");
        var rows = new List<string[]>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            var cells = line.TrimStart('\ufeff').Split('\t');
            if (cells.Length < columns) throw new BadInputException($"{path}, line {number}: {columns} columns expected, {cells.Length} found");
            rows.Add(cells);
        }
        if (rows.Count == 0) throw new BadInputException($"empty file: {path}");
        return rows;
    }

    /// <summary>Runs a measurement; input errors become a message and exit code 2.</summary>
    public static int Guard(Action measure)
    {
        try
        {
            measure();
            return 0;
        }
        catch (BadInputException error)
        {
            Console.Error.WriteLine(error.Message);
            return BadInput;
        }
    }

    /// <inheritdoc cref="Guard"/>
    public static async Task<int> GuardAsync(Func<Task> measure)
    {
        try
        {
            await measure();
            return 0;
        }
        catch (BadInputException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return BadInput;
        }
    }
}
