using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Shared.Imports;

/// <summary>
/// Promise 15, at the doors where files really come in: the upload endpoint of a running server, the page, the console verb. The program is a
/// process of its own, and its memory is what the system counts for it (most resident memory, reset before each file). A file is
/// refused before a database is asked, so SQLite stands for both.
/// </summary>
[Trait("Promise", "15")]
[Collection(RunsAlone.Name)]
public sealed class BombTests(Template template)
{
    private const long MostGrowth = 64L << 20;
    private const string Header = "企业名称,地址,主营产品\n";

    [SqliteFact]
    public async Task Every_bomb_is_refused_in_words_or_read_as_it_is_and_memory_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "memory is read from /proc");
        var (folder, database, connection) = await template.CloneAsync();
        try
        {
            await using var program = await ChildProgram.ServeAsync(folder, connection);
            await program.SignInAsync(template.Known.Secretary);
            await WarmUpAsync(program);

            var (most, worst, slowest) = (0L, "", TimeSpan.Zero);
            var bombs = Counts.Places(Bombs.All, bomb => bomb.Name).ToList();
            foreach (var bomb in bombs)
            {
                var content = bomb.Content();
                program.ForgetPeak();
                var before = program.Resident;
                var clock = Stopwatch.StartNew();
                using var answer = await program.Http.UploadAsync("/api/imports/enterprises", content, bomb.FileName);
                clock.Stop();
                // What is sent is spooled to disk and not held; the rest is what reading costs.
                var growth = program.Peak - before;
                var words = await WordsAsync(answer);
                Counts.Say(15, $"{bomb.Name}: {content.Length / 1024} KB, {(int)answer.StatusCode}, {clock.Elapsed.TotalMilliseconds:0} ms, +{growth >> 20} MB, {words}");
                Assert.True(growth < MostGrowth, $"{bomb.Name}: {growth >> 20} MB more");
                Judge(bomb, answer.StatusCode, words);
                if (growth > most) (most, worst) = (growth, bomb.Name);
                if (clock.Elapsed > slowest) slowest = clock.Elapsed;
            }

            Counts.Say(15, $"{bombs.Count} files at the upload endpoint: 0 broke it, at most +{most >> 20} MB ({worst}), at most {slowest.TotalMilliseconds:0} ms");
            Assert.DoesNotContain("\"LogLevel\":\"Error\"", program.Said, StringComparison.Ordinal);
        }
        finally
        {
            await TestDatabase.DropAsync(database, connection);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The verb reads the file by the same code; a few here, all in a proof.</summary>
    [SqliteFact]
    public async Task The_verb_refuses_them_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "memory is read from /proc");
        var (folder, database, connection) = await template.CloneAsync();
        try
        {
            var honest = await RunAsync("honest.csv", Encoding.UTF8.GetBytes(Header + "重庆诚实铝业有限公司,路1号,铝锭\n"));
            Assert.True(honest.Code == 0, honest.Said);
            var (tried, most) = (0, 0L);
            foreach (var bomb in Counts.Places(Bombs.All.Where((_, i) => i % 9 == 1 || Counts.Of(0) > 0), bomb => bomb.Name))
            {
                var run = await RunAsync(bomb.FileName, bomb.Content());
                Assert.True(bomb.Expected is null ? run.Code is 0 or 3 : run.Code == 1 && run.Said.Contains(bomb.Expected, StringComparison.Ordinal), $"{bomb.Name}: {run.Code} {run.Said}");
                most = Math.Max(most, run.Peak - honest.Peak);
                Assert.True(run.Peak - honest.Peak < MostGrowth, $"{bomb.Name}: {(run.Peak - honest.Peak) >> 20} MB more than an honest row");
                tried++;
            }

            Counts.Say(15, $"{tried} files through the import verb: 0 broke it, at most +{most >> 20} MB over an honest file");

            async Task<(int Code, string Said, long Peak)> RunAsync(string name, byte[] content)
            {
                var file = Path.Combine(folder, name);
                await File.WriteAllBytesAsync(file, content);
                return await ChildProgram.VerbAsync(folder, connection, "import", "enterprises", file, "--district", "铜梁区", "--preview");
            }
        }
        finally
        {
            await TestDatabase.DropAsync(database, connection);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The page says the same words beside the file.</summary>
    [SqliteFact]
    public async Task The_page_says_why()
    {
        await using var world = new TestWorld(template);
        await world.InitializeAsync();
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        foreach (var bomb in Bombs.All.Where((b, i) => b.Expected is not null && i % 7 == 0))
        {
            var page = await browser.PageAsync("/organisations/import");
            var fields = page.Form("upload").FieldsOf();
            using var answer = await browser.UploadAsync("/organisations/import", bomb.Content(), bomb.FileName, fields);
            var words = (await answer.ReadPageAsync()).QuerySelector(".alert")?.TextContent ?? "";
            // What has no data row is only found when it is previewed.
            if (bomb.Expected == "没有数据行") continue;
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(bomb.Expected!, words, StringComparison.Ordinal);
        }
    }

    private static async Task WarmUpAsync(ChildProgram program)
    {
        // The first files pay for what is compiled and pooled once.
        for (var i = 0; i < 3; i++)
        {
            using var answer = await program.Http.UploadAsync("/api/imports/enterprises", Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 1_500).Select(n => $"重庆{n}号暖机铝业有限公司,路{n}号,铝锭\n"))), "warm.csv");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var book = await program.Http.UploadAsync("/api/imports/enterprises", Bombs.All.Single(b => b.Name == "a firm in row 1048576").Content(), "warm.xlsx");
            Assert.Equal(HttpStatusCode.OK, book.StatusCode);
        }
    }

    private static void Judge(Bombs.Bomb bomb, HttpStatusCode status, string words)
    {
        if (bomb.Expected is null)
        {
            Assert.True(status == HttpStatusCode.OK, $"{bomb.Name}: {(int)status} {words}");
            return;
        }

        Assert.True(status == HttpStatusCode.UnprocessableEntity, $"{bomb.Name}: {(int)status} {words}");
        Assert.True(words.Contains(bomb.Expected, StringComparison.Ordinal) && words.Contains('请', StringComparison.Ordinal) && words.EndsWith('。'), $"{bomb.Name}: {words}");
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var json = JsonDocument.Parse(text).RootElement;
        return json.TryGetProperty("errors", out var errors) ? errors.GetProperty("file")[0].GetString()! : text[..Math.Min(120, text.Length)];
    }
}
