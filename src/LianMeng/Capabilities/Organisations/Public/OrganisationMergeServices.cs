namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>How a capability's manifest says what a merge of two firms does to its rows.</summary>
public static class OrganisationMergeServices
{
    public static IServiceCollection AddMergeRule<T>(this IServiceCollection services) where T : OrganisationMergeRule => services.AddScoped<OrganisationMergeRule, T>();
}
