using LianMeng.Shared.Ui;

namespace LianMeng.Tests.Shared.Ui;

public class PageLinkTests
{
    [Theory]
    [InlineData("http://localhost/firms?query=%E9%93%9D&page=3", "/firms?query=%E9%93%9D&page=4")]
    [InlineData("/firms?PAGE=3&query=a%26b", "/firms?query=a%26b&page=4")]
    [InlineData("/firms", "/firms?page=4")]
    [InlineData("/firms?query=&size=x#top", "/firms?size=x&page=4")]
    [InlineData("/firms?q=%22%3E%3Cscript%3E", "/firms?q=%22%3E%3Cscript%3E&page=4")]
    public void Changing_a_parameter_keeps_the_others(string uri, string expected) =>
        Assert.Equal(expected, PageLink.With(uri, ("page", "4")));

    [Fact]
    public void A_null_value_removes_the_parameter() =>
        Assert.Equal("/firms?sort=name", PageLink.With("/firms?page=3&sort=name", ("page", null)));

    [Fact]
    public void Repeated_parameters_stay_all() =>
        Assert.Equal("/firms?size=a&size=b&page=2", PageLink.With("/firms?size=a&size=b", ("page", "2")));

    [Fact]
    public void An_export_takes_filters_and_sort_but_not_the_page() =>
        Assert.Equal("/firms/export?query=x&sort=-name", PageLink.Transfer("http://localhost/firms?query=x&page=3&sort=-name&pageSize=50", "/firms/export", "page", "pageSize"));
}
