using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;

namespace LianMeng.Shared.Files;

/// <summary>Rewraps the data keys of a district's files. Only headers are opened: the contents stay sealed as they are.</summary>
public sealed class FilesReseal(FileStore store, KeyRing keys) : Reseal
{
    // Where the last batch of a district ended: a pass looks at each file once, not at all of them for each batch.
    private readonly Dictionary<(Guid District, string Key), string> reached = [];

    public override string Title => "上传的文件";

    public override async Task<int> RunBatchAsync(IServiceProvider services, int most, CancellationToken cancellation)
    {
        var place = (services.GetRequiredService<Actor>().WriteDistrict, keys.CurrentId);
        string from;
        lock (reached) from = reached.GetValueOrDefault(place, "");
        var done = 0;
        var last = "";
        foreach (var blob in Enum.GetValues<FileArea>().SelectMany(area => store.List(area, place.WriteDistrict)).Where(b => string.CompareOrdinal(OrderOf(b), from) > 0))
        {
            if (await store.RewrapAsync(blob, place.CurrentId, cancellation)) done++;
            last = OrderOf(blob);
            if (done == most) break;
        }

        // Nothing left behind this place: the next asking begins at the first file again.
        lock (reached)
        {
            if (done == most) reached[place] = last;
            else reached.Remove(place);
        }

        return done > 0 || from.Length == 0 ? done : await RunBatchAsync(services, most, cancellation);
    }

    private static string OrderOf(KeptBlob blob) => $"{(int)blob.Area}/{blob.Hash}";
}
