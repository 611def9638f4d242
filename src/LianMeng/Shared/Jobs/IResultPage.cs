namespace LianMeng.Shared.Jobs;

/// <summary>A use case whose operations have a page of their own that shows what came of them.</summary>
public interface IResultPage
{
    /// <summary>The page where it is started; an operation's result stands at this address followed by its id. It must not depend on the instance, like a use case's access.</summary>
    string ResultPage { get; }
}
