using LianMeng.Engine.Text;

namespace LianMeng.Tests.Engine.Text;

public sealed class SoundAlikeTests
{
    [Theory]
    [InlineData('股', '毂')]
    [InlineData('才', '材')]
    [InlineData('级', '极')]
    [InlineData('顿', '吨')]
    [InlineData('刚', '缸')]
    [InlineData('定', '锭')]
    public void Characters_of_one_sound_are_near(char typed, char meant) => Assert.Contains(meant, SoundAlike.Near(typed));

    [Theory]
    [InlineData('铜', '铝')]
    [InlineData('钢', '铝')]
    [InlineData('板', '管')]
    public void Others_are_not(char one, char other) => Assert.DoesNotContain(other, SoundAlike.Near(one));

    [Fact]
    public void The_nearest_come_first_and_itself_never()
    {
        Assert.Equal('材', SoundAlike.Near('才').First());
        for (var c = '一'; c < '龥'; c++) Assert.DoesNotContain(c, SoundAlike.Near(c));
        Assert.Empty(SoundAlike.Near('a'));
        Assert.True(SoundAlike.IsRare('毂'));
        Assert.False(SoundAlike.IsRare('谷'));
    }
}
