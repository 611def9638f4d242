using LianMeng.Engine.Standards;

namespace LianMeng.Tests.Engine.Standards;

public class IndustryClassTests
{
    [Theory]
    [InlineData("3252", "C3252", "铝压延加工", IndustryLevel.Class)]
    [InlineData("C3252", "C3252", "铝压延加工", IndustryLevel.Class)]
    [InlineData("ｃ３２５２", "C3252", "铝压延加工", IndustryLevel.Class)]
    [InlineData("C3252 铝压延加工", "C3252", "铝压延加工", IndustryLevel.Class)]
    [InlineData("3216", "C3216", "铝冶炼", IndustryLevel.Class)]
    [InlineData("3240", "C3240", "有色金属合金制造", IndustryLevel.Class)]
    [InlineData("3751", "C3751", "摩托车整车制造", IndustryLevel.Class)]
    [InlineData("3752", "C3752", "摩托车零部件及配件制造", IndustryLevel.Class)]
    [InlineData("3770", "C3770", "助动车制造", IndustryLevel.Class)]
    [InlineData("4210", "C4210", "金属废料和碎屑加工处理", IndustryLevel.Class)]
    [InlineData("325", "C325", "有色金属压延加工", IndustryLevel.Group)]
    [InlineData("32", "C32", "有色金属冶炼和压延加工业", IndustryLevel.Division)]
    [InlineData("C", "C", "制造业", IndustryLevel.Section)]
    [InlineData("01", "A01", "农业", IndustryLevel.Division)]
    [InlineData("0111", "A0111", "稻谷种植", IndustryLevel.Class)]
    [InlineData("8421", "Q8421", "社区卫生服务中心（站）", IndustryLevel.Class)]
    [InlineData("8421社区卫生服务中心(站)", "Q8421", "社区卫生服务中心（站）", IndustryLevel.Class)]
    public void Codes_are_read_and_the_section_derived(string typed, string full, string name, IndustryLevel level)
    {
        Assert.True(IndustryClass.TryParse(typed, out var industry, out var problem), problem);
        Assert.Equal((full, name, level), (industry.FullCode, industry.Name, industry.Level));
        Assert.Equal($"{full} {name}", industry.ToString());
    }

    [Theory]
    [InlineData(null, "行业代码为空")]
    [InlineData("D3252", "3252 铝压延加工属于门类 C（制造业），不是 D：应写 C3252")]
    [InlineData("3262", "GB/T 4754-2017 中没有代码 3262：2011 版的 3262 铝压延加工 在 2017 版中为 3252")]
    [InlineData("C3262", "GB/T 4754-2017 中没有代码 3262：2011 版的 3262 铝压延加工 在 2017 版中为 3252")]
    [InlineData("610", "GB/T 4754-2017 中没有代码 610：是否为 0610 烟煤和无烟煤开采洗选（开头的 0 可能被 Excel 去掉）")]
    [InlineData("3200", "GB/T 4754-2017 中没有代码 3200：若指 有色金属冶炼和压延加工业，请写 32")]
    [InlineData("9999", "GB/T 4754-2017 中没有代码 9999")]
    [InlineData("32520", "行业代码的数字应为 2–4 位，现为 5 位")]
    [InlineData("3", "行业代码的数字应为 2–4 位，现为 1 位")]
    [InlineData("Z", "门类字母应为 A–T，现为 Z")]
    [InlineData("铝压延", "“铝压延”不是行业代码：应为 2–4 位数字（可带门类字母）或 1 个门类字母")]
    [InlineData("3252铜压延加工", "代码 3252 是“铝压延加工”，与后面的“铜压延加工”不符：只填代码")]
    public void A_refusal_names_the_rule_and_what_was_meant(string? typed, string expected)
    {
        Assert.False(IndustryClass.TryParse(typed, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void A_megabyte_in_the_cell_gives_a_short_message()
    {
        foreach (var cell in new[] { new string('铝', 1_000_000), "3252" + new string('铝', 1_000_000), new string('3', 1_000_000) })
        {
            Assert.False(IndustryClass.TryParse(cell, out _, out var problem));
            Assert.InRange(problem.Length, 1, 100);
        }
    }

    [Fact]
    public void The_table_is_complete_and_a_tree()
    {
        var counts = IndustryClass.All.GroupBy(c => c.Level).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(20, counts[IndustryLevel.Section]);
        Assert.Equal(97, counts[IndustryLevel.Division]);
        Assert.Equal(473, counts[IndustryLevel.Group]);
        Assert.Equal(1381, counts[IndustryLevel.Class]);
        Assert.All(IndustryClass.All.Where(c => c.Level != IndustryLevel.Section), c =>
        {
            Assert.Equal(c.Level - 1, c.Parent!.Level);
            Assert.Equal(c.Section, c.Parent.Section);
            Assert.True(c.IsWithin(c.Parent));
        });
        Assert.All(IndustryClass.All, c => Assert.True(IndustryClass.TryParse(c.FullCode, out var again, out _) && again == c));
    }

    [Fact]
    public void The_table_agrees_with_the_source()
    {
        var rows = TestTable.Read("gbt4754/gbt4754-2017.tsv");
        Assert.Equal(rows.Count, IndustryClass.All.Count);
        Assert.All(rows, row =>
        {
            var industry = IndustryClass.Find(row[0]);
            Assert.NotNull(industry);
            Assert.Equal((row[1], row[4].Length == 0 ? row[0] : row[4]), (industry.Name, industry.Section.ToString()));
        });
    }
}
