using LianMeng.Shared.Text;

namespace LianMeng.Tests.Shared.Text;

public class PinyinTests
{
    [Theory]
    [InlineData("重庆鸿运铝业", "cqhyly", "chongqinghongyunlvye", "chong qing hong yun lv ye")]
    [InlineData("ＡＢＣ铝业（重庆）有限公司", "abclycqyxgs", "abclvyechongqingyouxiangongsi", "abc lv ye chong qing you xian gong si")]
    [InlineData("重型机械", "zxjx", "zhongxingjixie", "zhong xing ji xie")]
    [InlineData("重庆农商行", "cqnsh", "chongqingnongshanghang", "chong qing nong shang hang")]
    [InlineData("长安银行 ADC12", "cayhadc12", "changanyinhangadc12", "chang an yin hang adc12")]
    [InlineData("冷轧模具", "lzmj", "lengzhamuju", "leng zha mu ju")]
    [InlineData("", "", "", "")]
    [InlineData("（）·—", "", "", "")]
    public void Names_are_read_as_people_read_them(string name, string initials, string full, string sortKey)
    {
        Assert.Equal(initials, Pinyin.Initials(name));
        Assert.Equal(full, Pinyin.Full(name));
        Assert.Equal(sortKey, Pinyin.SortKey(name));
    }

    [Fact]
    public void A_whole_syllable_sorts_before_a_longer_one()
    {
        string[] names = ["两江", "连江", "李安", "A厂", "1号厂", "张家"];
        var sorted = names.OrderBy(Pinyin.SortKey, StringComparer.Ordinal);
        Assert.Equal(["1号厂", "A厂", "李安", "连江", "两江", "张家"], sorted);
    }

    [Fact]
    public void Characters_without_a_reading_stay_whole_and_sort_last()
    {
        const string rare = "\U00020BB7野家"; // a character beyond the basic plane
        Assert.Equal("\U00020BB7 ye jia", Pinyin.SortKey(rare));
        Assert.Equal("\U00020BB7yj", Pinyin.Initials(rare));
        Assert.True(string.CompareOrdinal(Pinyin.SortKey("做"), Pinyin.SortKey(rare)) < 0);
    }

    [Fact]
    public void Every_word_with_its_own_reading_has_as_many_syllables_as_characters()
    {
        // a slip in the table would show as a shifted reading of everything after the word
        foreach (var name in new[] { "重庆", "都江堰", "董事长", "畜禽养殖", "长子县", "农商行", "五金行", "铝模", "会计" })
        {
            Assert.Equal(name.Length, Pinyin.SortKey(name).Split(' ').Length);
        }
    }

    [Fact]
    public void Common_characters_all_have_a_reading()
    {
        // the 3 755 characters of GB 2312 level 1 lie in U+4E00..U+9FA5; of that block nearly all must be known
        var known = Enumerable.Range(0x4e00, 0x9fa6 - 0x4e00).Count(code => Pinyin.Full(((char)code).ToString()).All(char.IsAsciiLetterLower));
        Assert.InRange(known, 20_000, 20_902);
    }
}
