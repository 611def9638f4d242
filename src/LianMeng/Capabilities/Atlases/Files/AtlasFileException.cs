namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>A file that is no atlas, or one that contradicts itself. The message is Chinese, says what is wrong and what to do, and may be shown as it is.</summary>
public sealed class AtlasFileException(string message, Exception? inner = null) : Exception(message, inner);
