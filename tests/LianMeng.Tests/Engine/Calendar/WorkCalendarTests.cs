using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LianMeng.Capabilities.Calendars;
using LianMeng.Engine.Calendar;
using LianMeng.Tests.Engine.Standards;
using static LianMeng.Tests.Engine.Calendar.TestCalendar;

namespace LianMeng.Tests.Engine.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly DateTimeOffset First = At("2006-12-01T00:00");
    private static readonly int Span = (int)(At("2028-02-01T00:00") - First).TotalMinutes;

    [Fact]
    public void Every_day_of_twenty_years_is_as_the_second_source_says()
    {
        var folder = Path.GetDirectoryName(TestTable.PathOf(Path.Combine("holidays", "2026.json")))!;
        var days = new Dictionary<DateOnly, bool>();
        foreach (var file in Directory.GetFiles(folder, "20??.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var day in document.RootElement.GetProperty("days").EnumerateArray()) days[DateOnly.Parse(day.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture)] = day.GetProperty("isOffDay").GetBoolean();
        }

        Assert.True(days.Count > 600, $"only {days.Count} days");
        for (var day = new DateOnly(2007, 1, 1); day.Year < 2027; day = day.AddDays(1))
        {
            var expected = days.TryGetValue(day, out var isOff) ? !isOff : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.True(expected == To2026.IsWorkingDay(day), $"{day}");
        }
    }

    [Theory]
    [InlineData("2026-11-23T10:00", 1, "2026-11-24T18:00")]
    [InlineData("2026-11-23T23:59", 1, "2026-11-24T18:00")]
    [InlineData("2026-11-20T18:01", 1, "2026-11-23T18:00")]
    [InlineData("2026-09-30T10:00", 3, "2026-10-10T18:00")] // 8, 9 and the worked Saturday
    [InlineData("2026-02-13T10:00", 2, "2026-02-24T18:00")] // the worked Saturday 14, then after 春节
    [InlineData("2026-09-24T10:00", 1, "2026-09-28T18:00")] // 中秋 25-27
    [InlineData("2026-04-30T10:00", 4, "2026-05-09T18:00")] // 6, 7, 8 and the worked Saturday
    [InlineData("2024-02-08T10:00", 1, "2024-02-09T18:00")] // 除夕 2024 was no holiday
    [InlineData("2026-11-21T10:00", 0, "2026-11-23T18:00")]
    public void A_limit_is_the_close_of_the_nth_working_day_after_the_day_of_the_event(string from, int days, string limit)
        => Assert.Equal(At(limit), To2026.Limit(At(from), days));

    [Theory]
    [InlineData("2026-11-23T14:59", "2026-11-23T18:00")]
    [InlineData("2026-11-23T15:00", "2026-11-24T18:00")]
    [InlineData("2026-11-20T15:00", "2026-11-23T18:00")]
    [InlineData("2026-11-21T09:00", "2026-11-23T18:00")]
    [InlineData("2026-10-10T09:00", "2026-10-10T18:00")] // a worked Saturday
    [InlineData("2026-10-01T09:00", "2026-10-08T18:00")]
    public void A_dispute_is_ruled_the_same_day_if_it_came_before_three(string from, string limit) => Assert.Equal(At(limit), To2026.RulingLimit(At(from)));

    [Fact]
    public void An_instant_is_the_same_in_every_offset()
    {
        var from = new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero); // 01:00 on the 24th in China
        Assert.Equal(At("2026-11-25T18:00"), To2026.Limit(from, 1));
        Assert.Equal(WorkCalendar.Offset, To2026.Limit(from, 1).Offset);
        Assert.Equal(new DateOnly(2026, 11, 24), WorkCalendar.DayOf(from));
    }

    [Fact]
    public void What_reaches_beyond_the_last_notice_is_provisional()
    {
        Assert.False(To2026.IsProvisional(To2026.Limit(At("2026-12-29T10:00"), 2)));
        Assert.True(To2026.IsProvisional(To2026.Limit(At("2026-12-29T10:00"), 3)));
        var corrected = new WorkCalendar(WorkHours.Default, [.. To2026.Days, new(new(2027, 1, 1), true, "元旦")], 2027);
        Assert.Equal(At("2027-01-04T18:00"), corrected.Limit(At("2026-12-29T10:00"), 3));
        Assert.False(corrected.IsProvisional(At("2027-01-04T18:00")));
    }

    [Fact]
    public void Without_any_notice_it_is_the_plain_week()
    {
        var plain = new WorkCalendar(WorkHours.Default, []);
        Assert.Equal(At("2026-10-05T18:00"), plain.Limit(At("2026-10-01T10:00"), 2));
        Assert.Equal(5 * 420, plain.Minutes(At("2026-10-01T00:00"), At("2026-10-08T00:00")));
        Assert.Equal(At("9999-12-31T18:00"), plain.CloseOf(new(9999, 12, 31)));
    }

    [Fact]
    public void Minutes_are_those_a_person_counts_one_by_one()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, Span).ToArbitrary(), Gen.Choose(0, 30 * 1440).ToArbitrary(), (start, length) =>
        {
            var (from, to) = (First.AddMinutes(start), First.AddMinutes(start + length));
            var counted = 0;
            for (var minute = from; minute < to; minute = minute.AddMinutes(1)) counted += IsWorkingMinute(minute) ? 1 : 0;
            Assert.Equal(counted, To2026.Minutes(from, to));
            Assert.Equal(-counted, To2026.Minutes(to, from));
            if (counted == 0) return;

            // and adding them again comes to the end of the last of them
            var last = to;
            while (!IsWorkingMinute(last.AddMinutes(-1))) last = last.AddMinutes(-1);
            Assert.Equal(last, To2026.Add(from, counted));
        }));

    [Fact]
    public void Limits_are_those_of_walking_day_by_day()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, Span).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (start, days) =>
        {
            var from = First.AddMinutes(start);
            var day = WorkCalendar.DayOf(from);
            for (var left = days; left > 0; left -= To2026.IsWorkingDay(day) ? 1 : 0) day = day.AddDays(1);
            Assert.Equal(new DateTimeOffset(day.ToDateTime(new(18, 0)), WorkCalendar.Offset), To2026.Limit(from, days));
        }));

    [Fact]
    public void Parts_of_a_time_add_up_whatever_the_seconds()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, Span).ToArbitrary(), Gen.Choose(0, 900_000).ToArbitrary(), Gen.Choose(0, 900_000).ToArbitrary(), (start, one, two) =>
        {
            var (a, b) = (First.AddMinutes(start).AddSeconds(7), First.AddMinutes(start).AddSeconds(7 + one));
            var c = b.AddSeconds(two);
            return To2026.Minutes(a, b) + To2026.Minutes(b, c) == To2026.Minutes(a, c) && To2026.Add(a, To2026.Minutes(a, c)) <= c;
        }));

    [Theory]
    [InlineData("12:00", "09:00", "14:00", "18:00", "上午下班时间应晚于上午上班时间。")]
    [InlineData("09:00", "12:00", "11:00", "18:00", "下午上班时间不能早于上午下班时间。")]
    [InlineData("09:00", "12:00", "14:00", "14:00", "下午下班时间应晚于下午上班时间。")]
    [InlineData("09:00:30", "12:00", "14:00", "18:00", "工作时间请精确到分钟，不要带秒。")]
    [InlineData("08:30", "12:00", "12:00", "17:30", null)]
    public void Hours_that_are_no_working_day_are_refused_in_words(string a, string b, string c, string d, string? problem)
    {
        TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var hours = WorkHours.TryOf(Time(a), Time(b), Time(c), Time(d), out var error);
        Assert.Equal(problem, error);
        Assert.Equal(problem is null, hours is not null);
    }

    [Fact]
    public void Other_hours_count_otherwise()
    {
        var summer = new WorkCalendar(WorkHours.Of(new(8, 30), new(12, 0), new(14, 30), new(18, 0)), To2026.Days, 2026);
        Assert.Equal(420, summer.Minutes(At("2026-11-23T00:00"), At("2026-11-24T00:00")));
        Assert.Equal(At("2026-11-23T14:31"), summer.Add(At("2026-11-23T11:00"), 61));
    }

    [Fact]
    public void The_package_reaches_this_year() => Assert.True(PublishedHolidays.LastYear >= 2026);

    /// <summary>By the hours on the wall, without the engine's counts.</summary>
    private static bool IsWorkingMinute(DateTimeOffset minute)
    {
        var wall = minute.ToOffset(WorkCalendar.Offset);
        return wall.Hour is (>= 9 and < 12) or (>= 14 and < 18) && To2026.IsWorkingDay(DateOnly.FromDateTime(wall.DateTime));
    }
}
