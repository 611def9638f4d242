// Scaffolds one migration for both providers: dotnet run --project tools/LianMeng.Migrations -- NAME
using System.Runtime.CompilerServices;
using LianMeng.Host;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;

if (args is not [var name])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/LianMeng.Migrations -- NAME");
    return 2;
}

foreach (var (provider, connection) in new[] { (Database.Sqlite, "Data Source=:memory:"), (Database.Postgres, "Host=localhost;Database=none") })
{
    var storage = Directory.CreateTempSubdirectory("lianmeng-migrations").FullName;
    var builder = LianMengHost.CreateBuilder([$"--Database:Provider={provider}", $"--ConnectionStrings:LianMeng={connection}", $"--Storage:Path={storage}"]);
    await using var app = builder.Build();
    await using var scope = app.Services.CreateAsyncScope();
    var db = scope.ServiceProvider.GetRequiredService<AppDb>();

    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    ((IDesignTimeServices)Activator.CreateInstance(Type.GetType(provider == Database.Sqlite
        ? "Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices, Microsoft.EntityFrameworkCore.Sqlite"
        : "Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices, Npgsql.EntityFrameworkCore.PostgreSQL", throwOnError: true)!)!).ConfigureDesignTimeServices(services);
#pragma warning disable ASP0000 // a container of design-time services, apart from the application's
    await using var design = services.BuildServiceProvider();
#pragma warning restore ASP0000
    await using var designScope = design.CreateAsyncScope();

    var scaffolder = designScope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var folder = Path.Combine(Root(), "src", "LianMeng", "Shared", "Data", "Migrations", provider);
    var migration = scaffolder.ScaffoldMigration(name, "LianMeng", $"Shared.Data.Migrations.{provider}", "C#");
    scaffolder.Save(Path.Combine(Root(), "src", "LianMeng"), migration, folder, dryRun: false);
    Console.WriteLine($"{provider}: {migration.MigrationId}");
    Directory.Delete(storage, recursive: true);
}

return 0;

static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
