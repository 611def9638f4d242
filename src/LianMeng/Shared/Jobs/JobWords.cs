using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Jobs;

/// <summary>Why background work was not done, for an administrator who may not see the records it was about.</summary>
internal static class JobWords
{
    /// <summary>The rule in words; of an invalid input only the fields, because messages quote what was in them.</summary>
    public static string Of<T>(Outcome<T> outcome)
        => outcome.Kind == OutcomeKind.Invalid ? $"内容不合要求：{string.Join('、', outcome.Errors.Keys)}" : outcome.Message;
}
