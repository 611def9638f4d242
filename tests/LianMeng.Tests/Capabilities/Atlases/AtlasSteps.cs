using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>What tests of atlases begin with: a published chain, and firms that declare.</summary>
internal static class AtlasSteps
{
    private static int names = 300;

    /// <summary>An atlas of the whole aluminium chain, published.</summary>
    public static async Task<Guid> PublishedAtlasAsync(this TestWorld world, string title)
    {
        var atlas = (await world.EnterAsync<CreateAtlas, CreateAtlas.Input, CreateAtlas.Created>(new() { Chain = "aluminium", Title = title, Start = AtlasStart.Chain })).Id;
        await world.EnterAsync<PublishAtlas, PublishAtlas.Input, PublishAtlas.Published>(new() { Id = atlas, Summary = "第一期" });
        return atlas;
    }

    public static async Task<Guid> FirmAsync(this TestWorld world, string name)
        => (await world.EnterAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(new() { Name = name, Uscc = TestCodes.Uscc(Interlocked.Increment(ref names)), RegionCode = "500151", NotListed = true })).Id;

    public static async Task<Guid> LineAsync(this TestWorld world, Guid firm, AddProduct.Input line)
    {
        line.Id = firm;
        return (await world.EnterAsync<AddProduct, AddProduct.Input, AddProduct.Created>(line)).Id;
    }

    /// <summary>A manager of the firm with that code, who can sign in.</summary>
    public static async Task<Person> ManagerOfAsync(this TestWorld world, int code)
    {
        var name = $"manager-{Interlocked.Increment(ref names)}";
        await using var scope = await world.Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
        var account = (await scope.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(new() { UserName = name, DisplayName = name, Password = Person.Password, Role = Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(code) })).Must();
        return new(name, Role.EnterpriseManager, account.Id);
    }

    /// <summary>What the district's office enters.</summary>
    public static async Task<TResult> EnterAsync<TCommand, TInput, TResult>(this TestWorld world, TInput input)
        where TCommand : Command<TInput, TResult> where TInput : class
        => (await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<TCommand>(), input)).Must();
}
