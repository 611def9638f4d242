using LianMeng.Shared.Ui;

namespace LianMeng.Tests.Shared.Ui;

public class ChinaTimeTests
{
    [Fact]
    public void An_evening_in_UTC_is_the_next_morning_in_China()
    {
        var instant = new DateTime(2026, 12, 31, 16, 5, 0, DateTimeKind.Utc);
        Assert.Equal("2027年1月1日", ChinaTime.Date(instant));
        Assert.Equal("2027年1月1日 00:05", ChinaTime.DateAndTime(instant));
    }

    [Fact]
    public void The_minute_before_midnight_is_still_today() =>
        Assert.Equal("2026年12月31日 23:59", ChinaTime.DateAndTime(new DateTime(2026, 12, 31, 15, 59, 59, DateTimeKind.Utc)));
}
