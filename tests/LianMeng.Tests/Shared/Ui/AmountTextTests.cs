using System.Globalization;
using LianMeng.Shared.Ui;

namespace LianMeng.Tests.Shared.Ui;

public class AmountTextTests
{
    [Theory]
    [InlineData("0", "0元", "0元")]
    [InlineData("9999.994", "9,999.99元", "9,999.994元")]
    [InlineData("9999.995", "1万元", "9,999.995元")]
    [InlineData("10000", "1万元", "10,000元")]
    [InlineData("48205000", "4,820.5万元", "48,205,000元")]
    [InlineData("99999949", "9,999.99万元", "99,999,949元")]
    [InlineData("99999999", "1亿元", "99,999,999元")]
    [InlineData("135000000", "1.35亿元", "135,000,000元")]
    [InlineData("-135000000", "-1.35亿元", "-135,000,000元")]
    [InlineData("1234567890123.45", "12,345.68亿元", "1,234,567,890,123.45元")]
    public void Money_is_said_in_the_unit_people_use(string yuan, string shortText, string exact)
    {
        var value = decimal.Parse(yuan, CultureInfo.InvariantCulture);
        Assert.Equal(shortText, AmountText.Short(value));
        Assert.Equal(exact, AmountText.Exact(value));
    }
}
