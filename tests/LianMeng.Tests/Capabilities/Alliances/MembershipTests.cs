using LianMeng.Capabilities.Alliances;
using LianMeng.Capabilities.Alliances.Public;

namespace LianMeng.Tests.Capabilities.Alliances;

/// <summary>The steps of a membership and of a chair's term, by the entities alone.</summary>
public sealed class MembershipTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_step_that_is_not_next_is_refused_in_words_and_changes_nothing()
    {
        foreach (var from in Enum.GetValues<MembershipState>())
        {
            foreach (var to in Enum.GetValues<MembershipState>())
            {
                var membership = At(from);
                var problem = membership.Move(to, "理由", null, Day);
                Assert.Equal(Membership.NextOf(from).Contains(to), problem is null);
                Assert.Equal(problem is null ? to : from, membership.State);
                if (problem is not null) Assert.Contains(from == MembershipState.Left ? "重新申请" : "下一步只能是", problem, StringComparison.Ordinal);
                Assert.NotNull(At(from).Move(to, " ", null, Day));
            }
        }
    }

    [Fact]
    public void Who_left_frees_the_place_and_who_came_has_a_day()
    {
        var membership = At(MembershipState.Active);
        Assert.Equal(Day, membership.JoinedOn);
        Assert.Null(membership.Move(MembershipState.Left, "迁出", null, Day.AddDays(3)));
        Assert.Equal((Day.AddDays(3), null), (membership.LeftOn, membership.LiveOrganisationId));
        Assert.False(membership.IsPresent);
    }

    [Fact]
    public void An_invitation_is_answered_once_and_a_decline_has_its_reason()
    {
        var term = ChairTerm.Invite(At(MembershipState.Active), Guid.CreateVersion7(), Day, Day.AddMonths(1), Now);
        Assert.NotNull(term.Answer(accept: false, null, onBehalf: false, Now));
        Assert.Null(term.Answer(accept: true, null, onBehalf: false, Now));
        Assert.NotNull(term.Answer(accept: true, null, onBehalf: false, Now));
        Assert.True(term.RunsOn(Day) && term.IsServed);
        Assert.Null(term.End("换届", Day.AddDays(5), Now));
        Assert.False(term.RunsOn(Day.AddDays(5)));
        Assert.Equal((ChairState.Ended, Day.AddDays(5), null), (term.State, term.To, term.LiveUntil));
        Assert.NotNull(term.End("再来", Day.AddDays(6), Now));
    }

    [Fact]
    public void A_term_that_never_began_was_not_served()
    {
        var term = ChairTerm.Invite(At(MembershipState.Active), Guid.CreateVersion7(), Day.AddDays(30), Day.AddDays(90), Now);
        term.Answer(accept: true, null, onBehalf: false, Now);
        Assert.Null(term.End("退出", Day, Now));
        Assert.False(term.IsServed);
    }

    private static Membership At(MembershipState state)
    {
        var membership = Membership.Apply(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "申请", null, Day);
        MembershipState[] way = state switch
        {
            MembershipState.Applied => [],
            MembershipState.Approved => [MembershipState.Approved],
            MembershipState.Active => [MembershipState.Approved, MembershipState.Active],
            MembershipState.UnderReview => [MembershipState.Approved, MembershipState.Active, MembershipState.UnderReview],
            _ => [MembershipState.Left],
        };
        foreach (var step in way) Assert.Null(membership.Move(step, "理由", null, Day));
        return membership;
    }
}
