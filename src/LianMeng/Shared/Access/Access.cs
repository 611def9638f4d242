namespace LianMeng.Shared.Access;

/// <summary>Who may run a use case. Every use case states one; forgetting it does not compile.</summary>
public abstract record Access
{
    private Access() { }

    /// <summary>One line for the access manifest.</summary>
    public abstract string Describe { get; }

    public abstract bool Allows(Actor actor);

    /// <summary>Open to people who are not signed in: only with a reason that a reviewer accepts.</summary>
    public static Access Open(string reason) => new OpenAccess(reason);

    /// <summary>Anybody who is signed in; what they see is narrowed by scope and by the use case itself.</summary>
    public static Access SignedIn { get; } = new SignedInAccess();

    public static Access Needs(Permission permission) => new PermissionAccess(permission);

    /// <summary>No person's business: only the program itself runs it, by the clock or in answer to a fact.</summary>
    public static Access Program { get; } = new ProgramAccess();

    private sealed record ProgramAccess : Access
    {
        public override string Describe => "the program itself";
        public override bool Allows(Actor actor) => actor.Trusted;
    }

    private sealed record OpenAccess(string Reason) : Access
    {
        public override string Describe => $"open ({Reason})";
        public override bool Allows(Actor actor) => true;
    }

    private sealed record SignedInAccess : Access
    {
        public override string Describe => "signed in";
        public override bool Allows(Actor actor) => actor.IsSignedIn;
    }

    private sealed record PermissionAccess(Permission Permission) : Access
    {
        public override string Describe => $"{Permission.Key}: {string.Join(", ", Permission.Roles)}";
        public override bool Allows(Actor actor) => actor.May(Permission);
    }
}
