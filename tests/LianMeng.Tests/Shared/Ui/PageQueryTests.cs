using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Audit;
using LianMeng.Shared.Ui;
using Microsoft.AspNetCore.Http;

namespace LianMeng.Tests.Shared.Ui;

public sealed class PageQueryTests
{
    [Fact]
    public void The_filter_comes_from_the_query_string_whatever_the_case_of_its_names()
    {
        var (filter, errors) = PageQuery.Bind<ListLedger.Filter>(Asking("?KIND=SignedIn&page=3&pageSize=50&sort=-oldest&unknown=1"));

        Assert.Empty(errors);
        Assert.Equal(("SignedIn", 3, 50, "-oldest"), (filter.Kind, filter.Page, filter.PageSize, filter.Sort));
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_an_error_of_its_field_and_no_exception()
    {
        var (_, errors) = PageQuery.Bind<ListLedger.Filter>(Asking("?page=abc&person=nobody&kind=SignedIn"));

        Assert.Equal(["page", "person"], errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_record_of_the_route_wins_over_one_in_the_query_string()
    {
        var id = Guid.CreateVersion7();
        var http = Asking($"?id={Guid.CreateVersion7()}");
        http.Request.RouteValues["id"] = id;

        Assert.Equal(id, PageQuery.Bind<ShowAccount.Input>(http).Input.Id);
    }

    private static DefaultHttpContext Asking(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        return http;
    }
}
