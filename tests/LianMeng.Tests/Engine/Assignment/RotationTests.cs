using LianMeng.Engine.Assignment;
using LianMeng.Engine.Standards;

namespace LianMeng.Tests.Engine.Assignment;

/// <summary>The order of the rotation, against the rule said another way; and the calendar of its terms.</summary>
public sealed class RotationTests
{
    [Fact]
    public void The_next_chair_is_whom_nobody_who_may_comes_before()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 3000; round++)
        {
            var candidates = Enumerable.Range(0, random.Next(0, 9)).Select(i => new RotationCandidate(new Guid(i + 1, 0, 0, new byte[8]), random.Next(6) == 0 ? null : $"C{random.Next(4)}{i}", (SizeClass)random.Next(0, 6),
                random.Next(3) switch { 0 => null, 1 => false, _ => true }, random.Next(4) > 0, new DateOnly(2025, 1, 1).AddDays(random.Next(4)), random.Next(5) == 0)).ToList();
            var least = (SizeClass)random.Next(2, 6);
            var order = Rotation.Order(candidates, least);
            Assert.Equal(candidates.OrderBy(c => c.Id), order.Select(o => o.Candidate).OrderBy(c => c.Id));

            bool May(RotationCandidate c) => c.Uscc is not null && c.HasPartyOrganisation && c.Size >= SizeClass.Micro && c.Size >= least && c.IsFit == true && !c.IsPassedOver;
            bool Before(RotationCandidate a, RotationCandidate b) => a.UnservedSince != b.UnservedSince ? a.UnservedSince < b.UnservedSince : string.CompareOrdinal(a.Uscc, b.Uscc) < 0;
            var next = candidates.Where(May).Where(c => !candidates.Any(other => May(other) && Before(other, c))).ToList();
            var proposed = order.FirstOrDefault(o => o.Place == 1)?.Candidate;
            if (next.Count == 0) Assert.Null(proposed);
            else Assert.Equal(Assert.Single(next), proposed);
            Assert.All(order, o => Assert.Equal(May(o.Candidate), o.Obstacles == RotationObstacles.None && o.Place is not null));
        }
    }

    [Theory]
    [InlineData("2026-11-22", null, 3, "2026-11-22", "2026-12-31")]
    [InlineData("2026-12-10", null, 3, "2026-12-10", "2027-03-31")]
    [InlineData("2026-11-22", "2026-12-31", 3, "2027-01-01", "2027-03-31")]
    [InlineData("2026-11-22", "2026-09-30", 3, "2026-11-22", "2026-12-31")]
    [InlineData("2026-01-01", null, 12, "2026-01-01", "2026-12-31")]
    [InlineData("2026-02-15", null, 6, "2026-02-15", "2026-06-30")]
    [InlineData("2026-12-01", null, 5, "2026-12-01", "2026-12-31")]
    public void Terms_lie_on_the_year(string today, string? last, int months, string from, string to)
        => Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), TermCalendar.Next(DateOnly.Parse(today), last is null ? null : DateOnly.Parse(last), months));

    [Fact]
    public void Terms_follow_one_another_without_a_gap()
    {
        for (var months = 1; months <= 12; months++)
        {
            var (from, to) = TermCalendar.Next(new(2026, 5, 20), null, months);
            for (var i = 0; i < 30; i++)
            {
                var next = TermCalendar.Next(new(2026, 5, 20), to, months);
                Assert.Equal(to.AddDays(1), next.From);
                Assert.True(next.To.DayNumber - next.From.DayNumber + 1 >= TermCalendar.LeastDays, $"{months}: {next}");
                (from, to) = next;
            }

            Assert.True(from > new DateOnly(2026, 5, 20));
        }
    }
}
