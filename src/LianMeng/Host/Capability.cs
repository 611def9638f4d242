using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;

namespace LianMeng.Host;

/// <summary>
/// The manifest of a capability: read this one class and know the capability. The catalogue finds manifests by itself.
/// </summary>
public abstract class Capability
{
    /// <summary>What the screens call it.</summary>
    public abstract string Title { get; }

    /// <summary>Its lines in the menu; a line shows to those whom its access allows.</summary>
    public virtual IReadOnlyList<MenuLine> Menu => [];

    public virtual IReadOnlyList<Permission> Permissions => [];

    /// <summary>What an administrator may set while the program runs.</summary>
    public virtual IReadOnlyList<Setting> Settings => [];

    public virtual void AddServices(IServiceCollection services) { }

    public virtual void MapEndpoints(UseCaseEndpoints api) { }
}

/// <param name="Order">10s: the work; 50s: registers; 90s: administration</param>
public sealed record MenuLine(string Title, string Href, string Icon, string Group, int Order, Access Access)
{
    /// <summary>Addresses of pages that belong to this line and do not stand below its own.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
