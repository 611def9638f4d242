using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>A firm does not want it, or the talks came to nothing: with a reason, which the officers see, and the other side if it may.</summary>
public sealed class DeclineIntroduction(UseCaseContext context, IntroductionNotices notices) : IntroductionCommand<DeclineIntroduction.Input>(context)
{
    public sealed class Input : IIntroductionInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "原因"), Required]
        public DeclineReason? Reason { get; set; }

        [Display(Name = "说明"), StringLength(Introduction.ReasonLimit)]
        public string? Text { get; set; }

        [Display(Name = "告知对方")]
        public bool? Tell { get; set; }

        internal Guid? SpeaksFor { get; set; }
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Answer);

    protected override async Task<Outcome<Guid>?> DoAsync(Introduction introduction, Input input, CancellationToken cancellation)
    {
        if (SideIn(introduction, input.SpeaksFor) is not { } side) return OnlyFirms();
        if (input.Reason == DeclineReason.Other && string.IsNullOrWhiteSpace(input.Text)) return Outcome<Guid>.Invalid("text", "选“其他”时请写明原因。");
        var (from, shown) = (introduction.Stage, introduction.AreContactsShown);
        if (!introduction.Decline(side, input.Reason!.Value, input.Text, input.Tell == true, Now))
            return Outcome<Guid>.Refused(introduction.IsOpen ? "这次对接是贵企业自己同意的，对方还没有答复；不想对接了请选“撤回同意”。" : $"这次对接{ListExport.Words(introduction.Stage)}，不用再婉拒。");
        Record(introduction, side, IntroductionStep.Declined, from);
        await HideContactsAsync(introduction, shown, cancellation);
        await notices.TellAsync(introduction, Introduction.Other(side), other => ($"{other}婉拒了对接：{introduction.Product}", introduction.IsReasonTold ? "对方写了原因，打开可以看到。" : "可以在供需信息里另找合适的对方。"), "decline", cancellation);
        await notices.TellStarterAsync(introduction, $"{ListExport.Words(side)}婉拒了对接：{introduction.Product}", "原因可以打开查看。", "decline", cancellation);
        return null;
    }
}
