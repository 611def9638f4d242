using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>A difficulty took a step. From these facts, in their order, every clock is replayed; nothing of a clock is stored but in caches.</summary>
public sealed record DifficultyMoved(Guid DifficultyId, DifficultyStep Step) : Fact
{
    public Guid? TaskId { get; init; }
    public Guid? UnitId { get; init; }
    public bool Lead { get; init; }

    /// <summary>商请: in no rate.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Tasks that must be answered before this one's clock starts.</summary>
    public IReadOnlyList<Guid>? After { get; init; }
    public Guid? BeneficiaryId { get; init; }
    public WaitReason? Waits { get; init; }
    public DateOnly? NewLimit { get; init; }
    public DifficultyTrack? Track { get; init; }
    public bool? Satisfied { get; init; }
    public IReadOnlyList<MilestonePromise>? Milestones { get; init; }
    public Guid? MilestoneId { get; init; }

    /// <summary>Working days of the clock that this step starts, as they were set at that time.</summary>
    public int? Days { get; init; }

    /// <summary>Of a ruling: the unit stays responsible.</summary>
    public bool? Stays { get; init; }

    /// <summary>The other one of a merge.</summary>
    public Guid? OtherId { get; init; }

    public override IReadOnlyList<Guid> Subjects => OtherId is { } other ? [DifficultyId, other] : [DifficultyId];

    public override string Words => $"难题：{Said}";

    private string Said => Step switch
    {
        DifficultyStep.Assigned => Lead ? "交办牵头单位" : "交办协办单位",
        DifficultyStep.Rated => Satisfied == false ? "企业评价不满意" : "企业评价满意",
        DifficultyStep.Ruled => Stays == true ? "裁定仍由原单位办理" : "裁定改派",
        DifficultyStep.Extended => NewLimit is { } day ? $"同意延期至{ChinaTime.Date(day)}" : "同意延期",
        DifficultyStep.Paused => Waits is { } reason ? $"暂停计时，{ListExport.Words(reason)}" : "暂停计时",
        DifficultyStep.Answered => Lead ? "牵头单位答复" : "协办单位答复",
        _ => ListExport.Words(Step),
    };
}

/// <summary>Somebody added a word.</summary>
public sealed record DifficultyNoted(Guid DifficultyId, Guid NoteId, bool IsInternal) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DifficultyId];
    public override string Words => IsInternal ? "难题：内部留言" : "难题：补充进展";
}

/// <summary>A unit asked for more time, or to put it off.</summary>
public sealed record DifficultyRequested(Guid DifficultyId, Guid TaskId, Guid RequestId, DifficultyRequestType Type, DateOnly? Until) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DifficultyId];
    public override string Words => $"难题：申请{ListExport.Words(Type)}{(Until is { } day ? $"至{ChinaTime.Date(day)}" : "")}";
}

/// <summary>Leave was refused; where it was given, the step itself is stated.</summary>
public sealed record DifficultyRequestRefused(Guid DifficultyId, Guid TaskId, Guid RequestId, DifficultyRequestType Type) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DifficultyId];
    public override string Words => $"难题：不同意{ListExport.Words(Type)}";
}

/// <summary>转办 and 审签 within a unit: no clock moves.</summary>
public sealed record DifficultyTaskHanded(Guid DifficultyId, Guid TaskId, Guid UnitId, bool ToSign) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DifficultyId];
    public override string Words => ToSign ? "难题：送审签" : "难题：单位内转办";
}

/// <summary>The firms' time to say something is over: who said nothing is asked by somebody outside the units.</summary>
public sealed record DifficultySilent(Guid DifficultyId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DifficultyId];
    public override string Words => "难题：到期未评价，转入回访";
}

/// <summary>The calendar changed, and with it limits that run: they were reckoned anew.</summary>
public sealed record DifficultyLimitsRecounted(int Changed) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"难题：按新的工作日历重算期限（{Changed} 个有变化）";
}

/// <summary>What the lead promises by a day.</summary>
/// <param name="Due">In China.</param>
public sealed record MilestonePromise(Guid Id, DateOnly Due);
