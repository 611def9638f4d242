using System.Collections.Concurrent;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Counts what was asked for and not found, and stores it twice a minute: looking something up writes nothing. A crash loses half a minute of it.</summary>
public sealed class PoorQuestionLog(TrustedScopes scopes, NamedLocks locks, TimeProvider clock, ILogger<PoorQuestionLog> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    // Between two storings; whoever asks nonsense in a loop fills no memory.
    private const int MostWaiting = 2000;

    private ConcurrentDictionary<(Guid District, MatchKind Kind, string Text), int> asked = new();

    /// <param name="wanted">what the sentence was understood to ask for; nothing understood is not kept</param>
    public void Note(Actor actor, MatchKind kind, IReadOnlyList<string> wanted)
    {
        if (actor.UserId is null || wanted.Count == 0 || asked.Count >= MostWaiting) return;
        var text = PublicText.Hide(string.Join("、", wanted));
        // longer than any product's name: a document, and nobody knows what stands in it
        if (text.Length <= PoorQuestion.TextLimit) asked.AddOrUpdate((actor.WriteDistrict, kind, text), 1, (_, times) => times + 1);
    }

    public async Task StoreAsync(CancellationToken cancellation)
    {
        var noted = Interlocked.Exchange(ref asked, new());
        foreach (var own in noted.GroupBy(n => n.Key.District)) await StoreAsync(own.Key, [.. own.Select(n => (n.Key.Kind, n.Key.Text, n.Value))], cancellation);
    }

    private async Task StoreAsync(Guid district, IReadOnlyList<(MatchKind Kind, string Text, int Times)> noted, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        await using var scope = await scopes.OpenAsync("poor-questions", district, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // two nodes that meet the same question for the first time must not both add it
        await using var held = await locks.TakeAsync(db, $"poor-questions:{district}", cancellation);
        var known = await db.Set<PoorQuestion>().Where(q => q.DistrictId == district).ToListAsync(cancellation);
        foreach (var (kind, text, times) in noted)
        {
            if (known.Find(q => q.Kind == kind && q.Text == text) is not { } question)
            {
                known.Add(question = PoorQuestion.Of(district, kind, text));
                db.Add(question);
            }

            question.Ask(times, today);
        }

        // the rarest and oldest make room
        foreach (var old in known.OrderBy(q => q.Count).ThenBy(q => q.LastDay).ThenBy(q => q.Id).Take(Math.Max(0, known.Count - PoorQuestion.MostOfDistrict))) db.Remove(old);
        await db.SaveChangesAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await StoreAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "What was asked for and not found could not be stored; the next half minute is");
            }
        }
    }
}
