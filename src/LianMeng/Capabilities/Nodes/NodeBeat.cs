using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Telemetry;

namespace LianMeng.Capabilities.Nodes;

/// <summary>One running process of the program, as it last said of itself. Ends with the process, or a day after its last beat.</summary>
public sealed class NodeBeat : ICityWide, IBookkeeping
{
    /// <summary>A node that has been silent for so long is shown as gone.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromMinutes(1);

    /// <summary>After so long it is forgotten.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    private NodeBeat() { }

    /// <summary>Of the process: a program that starts again is another node.</summary>
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string ProgramVersion { get; private set; } = "";
    public DateTime StartedAt { get; private set; }

    /// <summary>When it last said that it is there (UTC).</summary>
    public DateTime BeatAt { get; private set; }

    public static NodeBeat Of(NodeIdentity node, DateTime now) => new()
    {
        Id = node.Id,
        Name = node.Name,
        ProgramVersion = NodeIdentity.Version,
        StartedAt = node.StartedAt,
        BeatAt = now,
    };

    public void Beat(DateTime now) => BeatAt = now;

    public bool IsGone(DateTime now) => BeatAt < now - GoneAfter;
}
