using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Ledger;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>What a statement about a firm changes, and what it leaves alone.</summary>
public sealed class OrganisationTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    private static OrganisationDetails Known => new()
    {
        Name = "重庆甲铝业有限公司", Address = "示范路1号", ContactName = "周经理", ContactPhone = new("sealed", "digest"), Staff = 30,
        Qualifications = ["高新技术企业", "龙头企业"],
        Products = new Dictionary<ProductRole, IReadOnlyList<string>> { [ProductRole.Makes] = ["铝箔", "铝板"] },
    };

    [Fact]
    public void What_a_roster_does_not_state_stays()
    {
        var firm = Organisation.Register(Known, DataSource.Roster, Now);
        Assert.Empty(firm.Change(new OrganisationDetails { Name = Known.Name }, DataSource.Roster, Now));
        Assert.Equal(("示范路1号", 30), (firm.Address, firm.Staff));
    }

    [Fact]
    public void What_a_form_shows_empty_is_emptied_and_personal_fields_are_not_quoted()
    {
        var firm = Organisation.Register(Known, DataSource.Roster, Now);
        var changes = firm.Change(new OrganisationDetails { Name = Known.Name, IsWhole = true }, DataSource.Form, Now);
        Assert.Null(firm.Address);
        Assert.Null(firm.Staff);
        Assert.Contains(new FieldChange("地址", "示范路1号", null), changes);
        Assert.Contains(new FieldChange("联系电话", null, null), changes);
        Assert.DoesNotContain(changes, c => c.Before?.Contains("周经理", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void The_order_of_qualifications_is_no_change_the_order_of_products_is()
    {
        var firm = Organisation.Register(Known, DataSource.Roster, Now);
        Assert.Empty(firm.Compare(Known with { Qualifications = ["龙头企业", "高新技术企业"] }));
        var turned = Known with { Products = new Dictionary<ProductRole, IReadOnlyList<string>> { [ProductRole.Makes] = ["铝板", "铝箔"] } };
        Assert.Equal("主营产品", Assert.Single(firm.Compare(turned)).Field);
    }
}
