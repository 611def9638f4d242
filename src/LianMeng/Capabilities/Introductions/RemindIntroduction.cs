using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>An officer reminds those who are waited for, at most once a day.</summary>
public sealed class RemindIntroduction(UseCaseContext context, IntroductionNotices notices) : IntroductionCommand<RemindIntroduction.Input>(context)
{
    public sealed class Input : IIntroductionInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Introduce);

    protected override async Task<Outcome<Guid>?> DoAsync(Introduction introduction, Input input, CancellationToken cancellation)
    {
        if (!Actor.MayGuide(introduction)) return Outcome<Guid>.Refused("这次对接不在您任职的联盟里；请由该联盟的书记提醒。");
        if (!introduction.IsOpen) return Outcome<Guid>.Refused($"这次对接{ListExport.Words(introduction.Stage)}，不用再提醒。");
        var today = ChinaTime.Today(Now);
        if (introduction.RemindedAt is { } last && ChinaTime.Today(last) == today) return Outcome<Guid>.Refused("今天已经提醒过；一天最多提醒一次。");
        introduction.Remind(Now);
        Record(new IntroductionReminded(introduction.Id));
        foreach (var side in Enum.GetValues<IntroductionSide>().Where(introduction.IsWaitedFor))
            await notices.TellAsync(introduction, side, other => introduction.IsUnanswered ? ($"提醒：{other}的对接等贵企业答复：{introduction.Product}", "同意后双方互见联系方式；不合适可以婉拒。")
                : ($"提醒：与{other}的对接有进展吗：{introduction.Product}", introduction.Stage == IntroductionStage.Consented ? "联系上了请点“开始洽谈”；谈不成也请写明原因。" : "谈成了请登记合作，谈不成请写明原因。"), $"remind:{today:yyyyMMdd}", cancellation);
        return null;
    }
}
