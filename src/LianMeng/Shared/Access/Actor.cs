namespace LianMeng.Shared.Access;

public enum ActorKind { Anonymous, Person, Token, Console, Job }

/// <summary>
/// Who acts. Set once per dependency scope, before the first query; use cases see this and never the HTTP request.
/// </summary>
public sealed class Actor
{
    private readonly HashSet<Role> roles;

    private Actor(ActorKind kind, Guid? userId, string name, IEnumerable<Role> roles)
    {
        Kind = kind;
        UserId = userId;
        Name = name;
        this.roles = [.. roles];
    }

    public ActorKind Kind { get; }
    public Guid? UserId { get; }

    /// <summary>For the screen only: the ledger keeps <see cref="Key"/>.</summary>
    public string Name { get; }

    public IReadOnlySet<Role> Roles => roles;

    /// <summary>Districts whose rows this actor may read. A city officer lists them all: a list uses the index, a wildcard does not.</summary>
    public Guid[] ReadDistricts { get; private init; } = [];

    /// <summary>The one district this actor writes to.</summary>
    public Guid WriteDistrict { get; private init; } = DistrictIds.City;

    /// <summary>The organisation that this person speaks for: a manager's firm, a liaison's department.</summary>
    public Guid? OrganisationId { get; private init; }

    /// <summary>The posts held at this moment.</summary>
    public IReadOnlyList<Post> Posts { get; private init; } = [];

    /// <summary>None for whoever acts without one: the console, jobs, work that a person left running.</summary>
    public ActorSession? Session { get; private init; }

    public bool IsSignedIn => Kind != ActorKind.Anonymous;

    public bool Trusted => Kind is ActorKind.Console or ActorKind.Job;

    /// <summary>How the ledger names this actor: an id, never a name.</summary>
    public string Key => Kind switch
    {
        ActorKind.Person => $"person:{UserId}",
        ActorKind.Token => $"token:{UserId}",
        ActorKind.Console => "console",
        ActorKind.Job => $"job:{Name}",
        _ => "anonymous",
    };

    public bool May(Permission permission) => Trusted || permission.Roles.Any(roles.Contains);

    public bool Is(Role role) => roles.Contains(role);

    /// <summary>The firms for which the posts carry a permission: a post at one firm carries nothing at another.</summary>
    public List<Guid> FirmsFor(Permission permission)
        => [.. Posts.Where(p => p.Role.IsOfOrganisation() && permission.Roles.Contains(p.Role)).Select(p => p.OrganisationId).OfType<Guid>().Distinct()];

    /// <summary>The alliances in which the posts carry a permission: all of the actor's districts, or only these.</summary>
    public (bool All, Guid[] Ids) Reach(Permission permission)
    {
        if (Trusted) return (true, []);
        var posts = Posts.Where(p => permission.Roles.Contains(p.Role)).ToList();
        return posts.Exists(p => p.AllianceId is null) ? (true, []) : (false, [.. posts.Select(p => p.AllianceId).OfType<Guid>().Distinct()]);
    }

    /// <summary>
    /// May this person do it in that alliance? A post in one alliance carries nothing in another; a post of the district or the city
    /// reaches all within its districts.
    /// </summary>
    public bool MayIn(Guid allianceId, Permission permission)
        => Trusted || Posts.Any(p => permission.Roles.Contains(p.Role) && (p.AllianceId is null || p.AllianceId == allianceId));

    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, null, "未登录", []) { ReadDistricts = [DistrictIds.City] };

    /// <param name="viaToken">true for a bearer token, false for a browser session</param>
    public static Actor Person(Guid userId, string name, IReadOnlyList<Post> posts, Guid[] readDistricts, Guid writeDistrict, bool viaToken = false, ActorSession? session = null)
        => new(viaToken ? ActorKind.Token : ActorKind.Person, userId, name, posts.Select(p => p.Role))
        {
            Posts = posts,
            ReadDistricts = readDistricts,
            WriteDistrict = writeDistrict,
            OrganisationId = posts.FirstOrDefault(p => p.Role.IsOfOrganisation())?.OrganisationId,
            Session = session,
        };

    public static Actor Console(Guid[] districts, Guid writeDistrict)
        => new(ActorKind.Console, null, "控制台", []) { ReadDistricts = districts, WriteDistrict = writeDistrict };

    public static Actor Job(string name, Guid[] districts, Guid writeDistrict)
        => new(ActorKind.Job, null, name, []) { ReadDistricts = districts, WriteDistrict = writeDistrict };
}
