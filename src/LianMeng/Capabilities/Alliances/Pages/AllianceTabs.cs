using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Alliances.Pages;

/// <summary>The views of one alliance, as far as somebody may see them.</summary>
public static class AllianceTabs
{
    public static IReadOnlyList<Tab> For(Actor actor, Guid id)
    {
        var (at, inside) = ($"/alliances/{id}", actor.MayIn(id, AlliancesCapability.Oversee));
        var firm = actor.May(AlliancesCapability.Finish) && actor.OrganisationId is not null;
        var tabs = new List<Tab> { new("概况", at), new("成员", at + "/members"), new("组织架构", at + "/chart") };
        if (inside) tabs.Add(new("任职", at + "/posts"));
        if (inside || firm) tabs.Add(new("轮值", at + "/rotation"));
        if (inside || firm) tabs.Add(new("清单", at + "/registers"));
        if (inside) tabs.Add(new("复核", at + "/review"));
        if (inside) tabs.Add(new("批复与保障", at + "/founding"));
        return tabs;
    }

    public static Tone ToneOf(Public.AllianceState state) => state switch
    {
        Public.AllianceState.Running => Tone.Good,
        Public.AllianceState.Founding => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(Public.MembershipState state) => state switch
    {
        Public.MembershipState.Active => Tone.Good,
        Public.MembershipState.UnderReview => Tone.Warning,
        Public.MembershipState.Left => Tone.Neutral,
        _ => Tone.Info,
    };
}
