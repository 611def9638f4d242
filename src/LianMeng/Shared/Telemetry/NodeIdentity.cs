using System.Reflection;

namespace LianMeng.Shared.Telemetry;

/// <summary>Which process this is, among those that work on one database.</summary>
public sealed class NodeIdentity(IConfiguration configuration, TimeProvider clock)
{
    public const int NameLimit = 80;

    /// <summary>Of this process, new at every start.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Setting <c>Node:Name</c>, else the machine's name.</summary>
    public string Name { get; } = Short(configuration["Node:Name"] is { Length: > 0 } given ? given : Environment.MachineName);

    /// <summary>When this process came up (UTC).</summary>
    public DateTime StartedAt { get; } = clock.GetUtcNow().UtcDateTime;

    private const int CommitLength = 8;

    /// <summary>Of the program, with the beginning of the commit it was built from: 1.0.0+ac38267e.</summary>
    public static string Version { get; } = Short(WithShortCommit(typeof(NodeIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"));

    private static string WithShortCommit(string version)
        => version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && version.Length > plus + 1 + CommitLength ? version[..(plus + 1 + CommitLength)] : version;

    private static string Short(string text) => text.Length <= NameLimit ? text : text[..NameLimit];
}
