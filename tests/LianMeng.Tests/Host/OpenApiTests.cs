using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Host;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Host;

/// <summary>What the description of the interface says is what it answers.</summary>
public sealed class OpenApiTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task What_makes_a_record_is_described_with_201_and_nothing_else_is()
    {
        using var nobody = world.Anonymous();
        var paths = (await nobody.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        var made = 0;
        foreach (var route in Endpoints.Of(world.Services).Where(r => r.RunsCommand))
        {
            if (!paths.TryGetProperty(PathOf(route.Pattern), out var path) || !path.TryGetProperty(route.Method.ToLowerInvariant(), out var operation)) continue;
            var makes = Catalogue.ArgumentsOf(route.UseCase!, typeof(Command<,>))![1].IsAssignableTo(typeof(ICreated));
            var answers = operation.GetProperty("responses");
            Assert.True(answers.TryGetProperty("201", out _) == makes && (!makes || !answers.TryGetProperty("200", out _)), $"{route}: {answers}");
            if (makes) made++;
        }

        Assert.True(made > 10, $"only {made} routes make a record");
    }

    /// <summary>The description leaves out what the route says of a parameter's form: {id:guid}.</summary>
    private static string PathOf(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @":[^}]*\}", "}");
}
