using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Secrets;

/// <summary>Second step of a rotation, again and again: some things of one kind in one district, in a save of its own.</summary>
public sealed class ResealBatch(UseCaseContext context, KeyRing keys, IEnumerable<Reseal> reseals) : Command<ResealBatch.Input, int>(context)
{
    /// <summary>Small enough that nobody waits long for a row that is being sealed anew.</summary>
    public const int Most = 200;

    public sealed class Input
    {
        /// <summary>Which of the registered kinds.</summary>
        [System.ComponentModel.DataAnnotations.StringLength(40)]
        public string? Title { get; set; }
    }

    public override Access.Access Access => Shared.Access.Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var count = await reseals.Single(r => r.Title == input.Title).RunBatchAsync(Context.Services, Most, cancellation);
        if (count > 0) Record(new SecretsResealed(input.Title!, keys.CurrentId, count));
        return Outcome<int>.Done(count);
    }
}
