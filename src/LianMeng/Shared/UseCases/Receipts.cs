using System.Text.Json;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.UseCases;

/// <summary>Finds what an earlier request with the same key brought.</summary>
internal static class Receipts
{
    public static async Task<Outcome<TResult>?> ReplayAsync<TResult>(AppDb db, Receipt receipt, CancellationToken cancellation)
    {
        var earlier = await db.Set<Receipt>().AsNoTracking()
            .FirstOrDefaultAsync(r => r.ActorKey == receipt.ActorKey && r.Key == receipt.Key, cancellation);
        if (earlier is null) return null;
        return earlier.UseCase == receipt.UseCase && earlier.InputDigest == receipt.InputDigest
            ? Outcome<TResult>.Done(JsonSerializer.Deserialize<TResult>(earlier.Result, Json.Options)!)
            : Outcome<TResult>.Refused("这个提交编号已用于另一次内容不同的提交；请刷新页面后重新提交。");
    }
}
