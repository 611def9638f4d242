using LianMeng.Shared.Access;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Districts.Public;

/// <summary>区县 or 开发区: the fence between rows. The city itself is the row <see cref="DistrictIds.City"/>.</summary>
public sealed class District : ICityWide
{
    private District() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>GB/T 2260, six digits; a development zone may have none of its own and carries its county's.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>A district of invented data says so on every page.</summary>
    public bool IsDemonstration { get; private set; }

    public bool IsCity => Id == DistrictIds.City;

    public static District Create(string name, string regionCode, bool isDemonstration = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name,
        RegionCode = regionCode,
        IsDemonstration = isDemonstration,
    };

    internal static object CityRow { get; } = new { Id = DistrictIds.City, Name = "全市", RegionCode = "", IsDemonstration = false };
}
