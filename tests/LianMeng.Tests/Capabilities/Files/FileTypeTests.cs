using System.Security.Cryptography;
using LianMeng.Capabilities.Files;

namespace LianMeng.Tests.Capabilities.Files;

/// <summary>What a file is, said by its content.</summary>
public sealed class FileTypeTests
{
    [Fact]
    public void Every_kind_that_is_taken_is_known_by_its_content()
    {
        var seen = new HashSet<FileType>();
        foreach (var (name, content, type) in Samples.Taken())
        {
            var found = FileTypeReader.Read(new MemoryStream(content), name);
            Assert.True(found.Type == type, $"{name}: {found}");
            seen.Add(type);
        }

        Assert.Equal(Enum.GetValues<FileType>().Length, seen.Count);
    }

    [Fact]
    public void Everything_else_is_refused_in_words()
    {
        foreach (var (name, content, word) in Samples.Refused())
        {
            var found = FileTypeReader.Read(new MemoryStream(content), name);
            Assert.True(found.Type is null && found.Refusal!.Contains(word, StringComparison.Ordinal), $"{name}: {found}");
        }
    }

    /// <summary>Whatever comes, it is an answer.</summary>
    [Fact]
    public void Garbage_behind_any_beginning_is_an_answer()
    {
        foreach (var (name, content, _) in Samples.Refused().Select(s => (s.Name, s.Content, "")).Concat(Samples.Taken().Select(s => (s.Name, s.Content, ""))))
        {
            for (var i = 0; i < 30; i++)
            {
                byte[] odd = [.. content.AsSpan(0, RandomNumberGenerator.GetInt32(content.Length + 1)), .. RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(3000))];
                var found = FileTypeReader.Read(new MemoryStream(odd), name);
                Assert.True(found.Type is null ^ found.Refusal is null);
            }
        }
    }

    [Theory]
    [InlineData("营业执照.png", "营业执照.png")]
    [InlineData("C:\\Users\\张三\\桌面\\营业执照.PNG", "营业执照.PNG")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("发票\u202Egnp.exe", "发票gnp.exe.png")]
    [InlineData("a\0b\r\nc.png", "abc.png")]
    [InlineData("<b>\"?*.png", "_b____.png")]
    [InlineData("...png", "png.png")]
    [InlineData("", "文件.png")]
    [InlineData(null, "文件.png")]
    [InlineData("👍\ud800.png", "👍.png")]
    public void A_name_is_made_harmless(string? sent, string expected) => Assert.Equal(expected, FileName.Clean(sent, FileType.Png));

    [Fact]
    public void A_long_name_keeps_its_ending_and_its_characters()
    {
        var name = FileName.Clean(string.Concat(Enumerable.Repeat("𠮷", 100)) + ".png", FileType.Png);
        Assert.True(name.Length <= FileName.Limit);
        Assert.EndsWith("𠮷.png", name);
    }
}
