using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>One of the two says that they are in touch.</summary>
public sealed class TalkIntroduction(UseCaseContext context, IntroductionNotices notices) : IntroductionCommand<TalkIntroduction.Input>(context)
{
    public sealed class Input : IIntroductionInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
        internal Guid? SpeaksFor { get; set; }
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Answer);

    protected override async Task<Outcome<Guid>?> DoAsync(Introduction introduction, Input input, CancellationToken cancellation)
    {
        if (SideIn(introduction, input.SpeaksFor) is not { } side) return OnlyFirms();
        var from = introduction.Stage;
        if (!introduction.Talk(Now)) return Outcome<Guid>.Refused(introduction.IsUnanswered ? "双方都同意以后才能开始洽谈。" : $"这次对接{ListExport.Words(introduction.Stage)}，不用再标为开始洽谈。");
        Record(introduction, side, IntroductionStep.Talking, from);
        await notices.TellStarterAsync(introduction, $"双方开始洽谈：{introduction.Product}", $"{ListExport.Words(side)}标为开始洽谈。", "talk", cancellation);
        return null;
    }
}
