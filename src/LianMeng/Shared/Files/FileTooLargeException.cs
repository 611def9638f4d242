namespace LianMeng.Shared.Files;

/// <summary>More was sent than is taken; the message says the limit, in Chinese.</summary>
/// <param name="most">bytes</param>
public sealed class FileTooLargeException(long most) : Exception($"文件超过 {FileSize.Words(most)}，请压缩或拆分后再上传。");
