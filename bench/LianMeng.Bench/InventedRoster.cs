using System.Text;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Districts;
using LianMeng.Capabilities.Organisations;
using LianMeng.Engine.Standards;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Bench;

/// <summary>One district with its officer and as many firms as wanted: the demonstration's rows over and over, under other names and codes.</summary>
static class InventedRoster
{
    public const string UserName = "bench-officer", Password = "measured-not-guessed-2026";
    private const string Region = "500151", Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Builds it through the use cases, as a person would; gives the district.</summary>
    public static async Task<Guid> FillAsync(RunningProgram program, int firms)
    {
        var district = await DistrictAsync(program);
        await using (var scope = await program.ScopeAsync(district))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(Csv(firms)));
            var hash = await scope.ServiceProvider.GetRequiredService<FileStore>().KeepUploadAsync(district, content, CancellationToken.None);
            var import = scope.ServiceProvider.GetRequiredService<ImportEnterprises>();
            var report = RunningProgram.Must(await import.RunAsync(new() { FileHash = hash, FileName = "roster.csv", Commit = true }));
            if (report.New != firms) throw new InvalidOperationException($"{report.New} of {firms} firms came in: {string.Join(' ', report.Rejected.Take(3))}");
        }

        await program.DoAsync<CreateAccount, CreateAccount.Input, CreateAccount.Created>(DistrictIds.City,
            new() { UserName = UserName, DisplayName = "测速专员", Password = Password, Role = Role.DistrictOfficer, DistrictId = district });
        return district;
    }

    public static async Task<Guid> DistrictAsync(RunningProgram program) =>
        (await program.DoAsync<CreateDistrict, CreateDistrict.Input, CreateDistrict.Created>(DistrictIds.City,
            new() { Name = "测速区", RegionCode = Region, IsDemonstration = true })).Id;

    /// <summary>A valid unified social credit code of its own for every number.</summary>
    public static string Code(long number)
    {
        var body = new char[8];
        for (var i = body.Length - 1; i >= 0; i--, number /= Alphabet.Length) body[i] = Alphabet[(int)(number % Alphabet.Length)];
        return Uscc.Create('9', '1', Region, new string(body)).Value;
    }

    /// <summary>The titles of the columns.</summary>
    public static string[] Titles => Lines("tongliang.csv")[1].Split(',');

    /// <summary>As many rows as wanted, every one of a firm of its own.</summary>
    public static IEnumerable<string[]> Rows(int firms)
    {
        // Title, header, then one firm a line; the files have no quoted fields.
        var rows = Lines("tongliang.csv").Skip(2).Concat(Lines("jiulongpo.csv").Skip(2)).Select(line => line.Split(',')).ToList();
        for (var i = 0; i < firms; i++)
        {
            var cells = (string[])rows[i % rows.Count].Clone();
            cells[0] = Code(1_000_000 + i);
            cells[1] = cells[1].Replace("有限公司", $"{i + 1}号有限公司", StringComparison.Ordinal);
            cells[2] = Region;
            yield return cells;
        }
    }

    private static string Csv(int firms)
    {
        var text = new StringBuilder().AppendJoin(',', Titles).AppendLine();
        foreach (var cells in Rows(firms)) text.AppendJoin(',', cells).AppendLine();
        return text.ToString();
    }

    private static string[] Lines(string resource)
    {
        using var reader = new StreamReader(typeof(LianMengHost).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
