namespace LianMeng.Shared.Access;

/// <summary>Ids of districts that are fixed.</summary>
public static class DistrictIds
{
    /// <summary>The city itself owns the rows that belong to no district (accounts' facts, settings).</summary>
    public static readonly Guid City = new("00000000-0000-7000-8000-000000000001");
}
