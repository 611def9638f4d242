using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LianMeng.Host;

/// <summary>The description of the API at /openapi/v1.json and the page to try it at /api/docs.</summary>
public static class OpenApi
{
    public static void AddTo(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        // Nested inputs are all called Input: named by their declaring type they stay apart.
        options.CreateSchemaReferenceId = type => NameOf(type.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "链盟 LianMeng", Version = "v1", Description = "先 POST /api/login 取得 accessToken，再以 Authorization: Bearer 调用。错误为 RFC 9457 problem details。" };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var input in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryInput>()) AddQuery(operation, input.Type);
            return Task.CompletedTask;
        });
    });

    private static string? NameOf(Type type) => type switch
    {
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Page<>) => "PageOf" + (NameOf(type.GenericTypeArguments[0]) ?? type.GenericTypeArguments[0].Name),
        { IsNested: true, IsGenericType: false } => type.DeclaringType!.Name + type.Name,
        _ => null,
    };

    public static void Map(WebApplication app) => app.MapOpenApi().AllowAnonymous();

    /// <summary>The page is open like the description: what it calls asks for a token.</summary>
    public static void UsePage(WebApplication app) => app.UseSwaggerUI(ui =>
    {
        ui.RoutePrefix = "api/docs";
        ui.SwaggerEndpoint("/openapi/v1.json", "链盟 v1");
        ui.DocumentTitle = "链盟接口文档";
    });

    private static void AddQuery(OpenApiOperation operation, Type type)
    {
        operation.Parameters ??= [];
        var known = operation.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && !known.Contains(p.Name)))
        {
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                In = ParameterLocation.Query,
                Description = InputValidator.DisplayName(property),
                Required = property.GetCustomAttribute<RequiredAttribute>() is not null,
                Schema = new OpenApiSchema
                {
                    Type = value == typeof(int) ? JsonSchemaType.Integer : value == typeof(decimal) ? JsonSchemaType.Number : value == typeof(bool) ? JsonSchemaType.Boolean : JsonSchemaType.String,
                    Enum = value.IsEnum ? [.. Enum.GetNames(value).Select(n => (System.Text.Json.Nodes.JsonNode)n)] : null,
                },
            });
        }
    }
}
