using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>A firm takes its consent back, also after the contacts were shown: from then on they are not. An officer takes back a suggestion that has not come to both consents.</summary>
public sealed class WithdrawIntroduction(UseCaseContext context, IntroductionNotices notices) : IntroductionCommand<WithdrawIntroduction.Input>(context)
{
    public sealed class Input : IIntroductionInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
        internal Guid? SpeaksFor { get; set; }
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Propose);

    protected override async Task<Outcome<Guid>?> DoAsync(Introduction introduction, Input input, CancellationToken cancellation)
    {
        var side = SideIn(introduction, input.SpeaksFor);
        if (side is null && !Actor.MayGuide(introduction)) return OnlyFirms();
        var (from, shown) = (introduction.Stage, introduction.AreContactsShown);
        if (side is { } own ? !introduction.Withdraw(own, Now) : introduction.StartedByOrganisation is not null || !introduction.TakeBack(Now)) return Refusal(introduction, side);
        Record(introduction, side, IntroductionStep.Withdrawn, from);
        await HideContactsAsync(introduction, shown, cancellation);
        foreach (var told in Enum.GetValues<IntroductionSide>().Where(s => s != side))
            await notices.TellAsync(introduction, told, other => side is null ? ($"对接推荐已撤回：{introduction.Product}", "推荐人撤回了这次对接，不用再答复。")
                : ($"{other}撤回了对接：{introduction.Product}", shown ? "双方的联系方式不再显示，请不要再使用对方的联系方式。" : "不用再答复。"), "withdraw", cancellation);
        if (side is { } firm) await notices.TellStarterAsync(introduction, $"{ListExport.Words(firm)}撤回了同意：{introduction.Product}", shown ? "双方的联系方式不再显示。" : "这次对接到此为止。", "withdraw", cancellation);
        return null;
    }

    private static Outcome<Guid> Refusal(Introduction introduction, IntroductionSide? side)
        => Outcome<Guid>.Refused(side is { } own
            ? introduction.IsUnanswered && introduction.ConsentedAtOf(own) is null ? "贵企业还没有同意过，没有可撤回的；不想对接请选“婉拒”。" : $"这次对接{ListExport.Words(introduction.Stage)}，没有可撤回的。"
            : introduction.StartedByOrganisation is not null ? "这次对接是企业自己提出的，由企业自己撤回。" : $"这次对接{ListExport.Words(introduction.Stage)}，由双方企业自己决定，不能再撤回推荐。");
}
