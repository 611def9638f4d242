using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.UseCases;

public enum OutcomeKind { Done, Invalid, Refused, Conflict, Denied, NotFound, TooMany }

/// <summary>What came of a use case. Every kind has one status code and one place on the page.</summary>
public sealed class Outcome<T>
{
    private Outcome(OutcomeKind kind) => Kind = kind;

    public OutcomeKind Kind { get; }
    public bool IsDone => Kind == OutcomeKind.Done;

    /// <summary>The result; present only when <see cref="IsDone"/>.</summary>
    public T? Value { get; private init; }

    /// <summary>Field (camelCase path) → messages, for Invalid.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; private init; } = new Dictionary<string, string[]>();

    /// <summary>The rule in words: why it was refused and who can change it.</summary>
    public string Message { get; private init; } = "";

    /// <summary>For TooMany: how long to wait.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Facts that commit although the use case did not: a failed sign-in, a denied access.</summary>
    public IReadOnlyList<Fact> Facts { get; private init; } = [];

    public static Outcome<T> Done(T value) => new(OutcomeKind.Done) { Value = value };

    public static Outcome<T> Invalid(IReadOnlyDictionary<string, string[]> errors)
        => new(OutcomeKind.Invalid) { Errors = errors, Message = "有内容需要修改" };

    public static Outcome<T> Invalid(string field, string message)
        => Invalid(new Dictionary<string, string[]> { [field] = [message] });

    public static Outcome<T> Refused(string rule, params Fact[] facts) => new(OutcomeKind.Refused) { Message = rule, Facts = facts };

    public static Outcome<T> Conflict(string message = "这条记录刚刚被别人改过，请取得最新内容，在它上面重新修改后再保存。")
        => new(OutcomeKind.Conflict) { Message = message };

    public static Outcome<T> Denied(string message = "您没有这项权限；如工作需要，请联系系统管理员调整任职。", params Fact[] facts)
        => new(OutcomeKind.Denied) { Message = message, Facts = facts };

    public static Outcome<T> NotFound(string message = "没有找到这条记录，它可能已被删除，或不在您的查看范围内。")
        => new(OutcomeKind.NotFound) { Message = message };

    public static Outcome<T> TooMany(string message, TimeSpan wait) => new(OutcomeKind.TooMany) { Message = message, RetryAfter = wait };

    /// <summary>The same failure under another result type.</summary>
    public Outcome<TOther> As<TOther>() => Kind switch
    {
        OutcomeKind.Invalid => Outcome<TOther>.Invalid(Errors),
        OutcomeKind.Refused => Outcome<TOther>.Refused(Message, [.. Facts]),
        OutcomeKind.Conflict => Outcome<TOther>.Conflict(Message),
        OutcomeKind.Denied => Outcome<TOther>.Denied(Message, [.. Facts]),
        OutcomeKind.NotFound => Outcome<TOther>.NotFound(Message),
        OutcomeKind.TooMany => Outcome<TOther>.TooMany(Message, RetryAfter!.Value),
        _ => throw new InvalidOperationException("A done outcome has a value of its own type."),
    };
}
