using LianMeng.Engine.Text;

namespace LianMeng.Tests.Engine.Text;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("ＡＤＣ１２　铝锭", "adc12 铝锭")]
    [InlineData("  6061－T6 \t铝板\r\n", "6061-t6 铝板")]
    [InlineData("厚３㎜×1220㎜", "厚3mmx1220mm")]
    [InlineData("Φ50 — 100℃", "φ50 - 100度")]
    [InlineData("铝\u200b箔\ufeff", "铝箔")]
    [InlineData("", "")]
    public void One_spelling(string written, string expected) => Assert.Equal(expected, ShortText.Normalise(written));

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        foreach (var text in new[] { "ＡＤＣ１２　铝锭", "℃㎡×Φ", "LG 3003—A", "① 铝（再生）" })
            Assert.Equal(ShortText.Normalise(text), ShortText.Normalise(ShortText.Normalise(text)));
    }
}
