using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Operations.Public;

/// <summary>Starts long work in the background; the use case that it runs is asked whether this actor may.</summary>
public sealed class StartOperation(UseCaseContext context, OperationQueue queue) : Command<StartOperation.Input, Guid>(context)
{
    public sealed class Input
    {
        [Display(Name = "标题"), Required, StringLength(200)]
        public string? Title { get; set; }

        [Display(Name = "处理"), Required, StringLength(80)]
        public string? UseCase { get; set; }

        [Display(Name = "内容"), Required, StringLength(20_000)]
        public string? Json { get; set; }
    }

    public override Access Access => Access.SignedIn;

    public static Input For<TCommand>(string title, object input) where TCommand : UseCase => new()
    {
        Title = title.Length <= 200 ? title : title[..200],
        UseCase = typeof(TCommand).Name,
        Json = JsonSerializer.Serialize(input, input.GetType(), Shared.UseCases.Json.Options),
    };

    protected override Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var useCase = Catalogue.UseCases.FirstOrDefault(t => t.Name == input.UseCase && t.IsAssignableTo(typeof(IJsonCommand)));
        if (useCase is null) return Task.FromResult(Outcome<Guid>.Invalid("useCase", "没有这种处理。"));
        if (Actor.UserId is not { } userId || !Catalogue.AccessOf(useCase).Allows(Actor)) return Task.FromResult(Outcome<Guid>.Denied());

        var operation = Operation.Start(userId, input.Title!, useCase.Name, input.Json!, Now);
        Db.Add(operation);
        Record(new OperationStarted(operation.Id, useCase.Name));
        Db.AfterCommit(queue.Ring);
        return Task.FromResult(Outcome<Guid>.Done(operation.Id));
    }
}
