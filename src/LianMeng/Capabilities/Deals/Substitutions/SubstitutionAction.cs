namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>What was done with a substitution. Kept in the ledger: a value never changes its meaning.</summary>
public enum SubstitutionAction
{
    Stated = 1,
    Confirmed = 2,
    Withdrawn = 3,
}
