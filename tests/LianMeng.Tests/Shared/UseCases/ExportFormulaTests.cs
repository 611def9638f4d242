using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using LianMeng.Host;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Shared.UseCases;

/// <summary>Promise 16: what people once typed is opened by LibreOffice as text, in every text column of every list, in rejected rows and in CSV.</summary>
[Trait("Promise", "16")]
public sealed class ExportFormulaTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Office = "/usr/bin/soffice";
    private const string Mark = "公式鸟";

    /// <summary>Each begins as a formula might begin somewhere.</summary>
    private static readonly string[] Dangerous =
    [
        .. "=+-@＝＋－＠".Select(c => $"{c}1+1 {Mark}"), $"\t=1+1 {Mark}", $"\r=1+1 {Mark}", $"\n=1+1 {Mark}", $" =1+1 {Mark}", $"=HYPERLINK(\"http://127.0.0.1/{Mark}\")", $"=cmd|'/c calc'!{Mark}", $"'=1+1 {Mark}", $"=1+1+\"{Mark}\"",
    ];

    public static bool HasOffice => File.Exists(Office) && TestDatabase.IsAvailable;

    [Fact(Skip = "LibreOffice (libreoffice-calc-nogui) or the database is not there", SkipUnless = nameof(HasOffice))]
    public async Task No_export_has_a_formula_and_every_text_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("lianmeng-office-").FullName;
        try
        {
            var columns = await WriteListsAsync(folder);
            await WriteCsvAsync(folder);
            await DownloadAsync(folder);
            // The control: the same text where nobody protected it is a formula.
            await File.WriteAllTextAsync(Path.Combine(folder, "control.csv"), $"名称\n\"=1+1+LEN(\"\"{Mark}\"\")\"\n", new UTF8Encoding(true));
            await ConvertAsync(folder, "*.xlsx", null);
            await ConvertAsync(folder, "*.csv", "CSV:44,34,76,1");

            var (files, texts) = (0, 0);
            foreach (var file in Directory.GetFiles(folder, "*.fods"))
            {
                var sheet = XDocument.Load(file);
                var formulas = sheet.Descendants().Where(e => e.Attributes().Any(a => a.Name.LocalName == "formula")).ToList();
                if (Path.GetFileName(file) == "control.fods")
                {
                    Assert.NotEmpty(formulas);
                    continue;
                }

                Assert.True(formulas.Count == 0, $"{Path.GetFileName(file)}: {formulas.Count} formulas");
                files++;
                var read = sheet.Descendants().Where(e => e.Name.LocalName == "table-cell").Select(TextOf).Where(t => t.Contains(Mark, StringComparison.Ordinal)).ToList();
                var isText = Path.GetFileName(file).StartsWith("csv", StringComparison.Ordinal);
                if (!Path.GetFileName(file).StartsWith("list", StringComparison.Ordinal) && !isText)
                {
                    Assert.NotEmpty(read);
                    continue;
                }

                // CSV has no types: what is dangerous has an apostrophe in front there, and our own reader takes it off again.
                var expected = Dangerous.Select(d => Bare(isText ? Protected(d) : d)).ToHashSet(StringComparer.Ordinal);
                Assert.Equal(expected.Order(StringComparer.Ordinal), read.Select(Bare).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
                texts += read.Count;
            }

            Assert.True(files > 12, $"only {files} files");
            Counts.Say(16, $"{files} files, {columns} text columns of lists, {texts} texts that begin as formulas, opened by LibreOffice: 0 formulas, all texts came back");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every list's own columns, with rows in which every text is dangerous.</summary>
    private static async Task<int> WriteListsAsync(string folder)
    {
        var columns = 0;
        foreach (var query in Catalogue.UseCases.Where(u => Catalogue.ArgumentsOf(u, typeof(Query<,>)) is not null))
        {
            var row = Catalogue.ArgumentsOf(query, typeof(Query<,>))![1];
            columns += await (Task<int>)typeof(ExportFormulaTests).GetMethod(nameof(WriteListAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(row).Invoke(null, [folder, query.Name])!;
        }

        Assert.True(columns > 40, $"only {columns} text columns seen");
        return columns;
    }

    private static async Task<int> WriteListAsync<TRow>(string folder, string name)
    {
        var texts = typeof(TRow).GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite && p.GetCustomAttributes().Any(a => a.GetType().Name == "DisplayAttribute")).ToList();
        if (texts.Count == 0) return 0;
        var rows = new List<TRow>();
        foreach (var text in Dangerous)
        {
            var row = (TRow)RuntimeHelpers.GetUninitializedObject(typeof(TRow));
            foreach (var property in texts) property.SetValue(row, text);
            rows.Add(row);
        }

        await using var file = File.Create(Path.Combine(folder, $"list-{name}.xlsx"));
        await ListExport.WriteAsync(file, name, rows, default);
        return texts.Count;
    }

    private static async Task WriteCsvAsync(string folder)
    {
        await using var file = File.Create(Path.Combine(folder, "csv.csv"));
        await SpreadsheetWriter.WriteCsvAsync(file, new SheetSpec("名单", [new SheetColumn("名称", 20)]), Dangerous.Select(d => new object?[] { d }));
    }

    /// <summary>Through the real doors: what a person registered, and what came back rejected.</summary>
    private async Task DownloadAsync(string folder)
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        foreach (var (text, number) in Dangerous.Where(d => !char.IsControl(d[0]) && d[0] != ' ').Select((d, i) => (d, i)))
        {
            using var answer = await api.PostAsync("/api/organisations", new StringContent(JsonSerializer.Serialize(new { name = $"{text}{number}号", address = text, contactName = text, park = text }), Encoding.UTF8, "application/json"));
            answer.EnsureSuccessStatusCode();
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, "export-organisations.xlsx"), await api.GetByteArrayAsync("/api/organisations/export.xlsx"));
        var roster = Encoding.UTF8.GetBytes("企业名称,地址,联系电话\n" + string.Concat(Dangerous.Select(d => $"\"{d.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{d.Replace("\"", "\"\"", StringComparison.Ordinal)}\",不是电话\n")));
        using var uploaded = await api.UploadAsync("/api/imports/enterprises", roster, "名册.csv");
        uploaded.EnsureSuccessStatusCode();
        var hash = JsonDocument.Parse(await uploaded.Content.ReadAsStringAsync()).RootElement.GetProperty("fileHash").GetString();
        await File.WriteAllBytesAsync(Path.Combine(folder, "rejected.xlsx"), await api.GetByteArrayAsync($"/api/imports/enterprises/{hash}/rejected.xlsx?name=a.csv"));
    }

    private static async Task ConvertAsync(string folder, string pattern, string? filter)
    {
        string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", .. filter is null ? Array.Empty<string>() : [$"--infilter={filter}"],
            "--convert-to", "fods", "--outdir", folder, .. Directory.GetFiles(folder, pattern)];
        using var office = Process.Start(new ProcessStartInfo(Office, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = office.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await office.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!office.HasExited) office.Kill(entireProcessTree: true);
        }

        Assert.True(office.ExitCode == 0, await said);
    }

    private static string Protected(string text) => Dangerous.Contains(text) && text[0] is not ('\n' or ' ') ? "'" + text : text;

    /// <summary>The paragraphs of a cell with their tabs and runs of spaces.</summary>
    private static string TextOf(XElement cell) => string.Join('\n', cell.Elements().Where(e => e.Name.LocalName == "p").Select(p => string.Concat(p.DescendantNodes().Select(n => n switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "tab" } => "\t",
        XElement { Name.LocalName: "s" } => " ",
        _ => "",
    }))));

    /// <summary>A spreadsheet has one kind of line end, and none at the ends of a cell that matters here.</summary>
    private static string Bare(string text) => text.Replace("\r", "\n", StringComparison.Ordinal).Trim('\n', ' ');
}
