using LianMeng.Capabilities.Accounts;
using LianMeng.Host;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Architecture;

/// <summary>The data model against its markers and its migrations, for both databases.</summary>
public sealed class ModelTests
{
    /// <summary>Identity's own types cannot carry our markers: they belong to accounts, which are city-wide.</summary>
    private static readonly Type[] Identitys = [typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>), typeof(IdentityUserPasskey<Guid>)];

    private static readonly Type[] Markers = [typeof(IDistrictOwned), typeof(IPublished), typeof(ICityWide)];

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task No_change_of_the_model_waits_for_a_migration(string provider)
    {
        await using var app = Build(provider);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"{provider}: dotnet run --project tools/LianMeng.Migrations -- NAME");
    }

    [Fact]
    public async Task Every_entity_has_exactly_one_scope_marker()
    {
        await using var app = Build(Database.Sqlite);
        await using var scope = app.Services.CreateAsyncScope();
        var types = scope.ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.ClrType).Except(Identitys).ToList();
        Assert.True(types.Count > 8, $"only {types.Count} entities seen");
        Assert.Contains(typeof(User), types);
        Assert.Empty(types.Where(t => Markers.Count(m => m.IsAssignableFrom(t)) != 1).Select(t => t.Name));
    }

    [Fact]
    public async Task Every_district_owned_entity_is_filtered_and_its_district_is_a_concurrency_token()
    {
        await using var app = Build(Database.Sqlite);
        await using var scope = app.Services.CreateAsyncScope();
        var owned = scope.ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IDistrictOwned))).ToList();
        Assert.True(owned.Count > 5, $"only {owned.Count} seen");
        Assert.All(owned, e => Assert.NotEmpty(e.GetDeclaredQueryFilters()));
        Assert.All(owned, e => Assert.True(e.FindProperty(nameof(IDistrictOwned.DistrictId))!.IsConcurrencyToken, e.Name));
    }

    private static WebApplication Build(string provider)
        => LianMengHost.CreateBuilder([$"--Database:Provider={provider}", "--ConnectionStrings:LianMeng=" + (provider == Database.Sqlite ? "Data Source=:memory:" : "Host=localhost;Database=none"),
            $"--Storage:Path={Path.Combine(Path.GetTempPath(), "lianmeng-model")}"]).Build();
}
