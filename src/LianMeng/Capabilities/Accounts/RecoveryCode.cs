using System.Security.Cryptography;
using System.Text;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>恢复码: stands in once for a code of the authenticator that is lost. 80 random bits, so a plain hash is enough.</summary>
public sealed class RecoveryCode : ICityWide, IVersioned
{
    public const int Count = 10;

    /// <summary>Characters without the dashes.</summary>
    public const int Length = 16;

    private RecoveryCode() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>SHA-256 of person and code, in hex.</summary>
    public string Hash { get; private set; } = "";

    public DateTime? UsedAt { get; private set; }

    /// <summary>Two who send the same code at once: the second finds another version.</summary>
    public Guid Version { get; private set; }

    /// <summary>A new one, and the text of it that is shown once: <c>ABCD-EFGH-IJKL-MNOP</c>.</summary>
    public static (RecoveryCode Code, string Text) Make(Guid userId)
    {
        var text = Base32.Encode(RandomNumberGenerator.GetBytes(Length * 5 / 8));
        return (new() { Id = Guid.CreateVersion7(), UserId = userId, Hash = HashOf(userId, text) }, string.Join('-', text.Chunk(4).Select(c => new string(c))));
    }

    /// <param name="text">upper case, without dashes</param>
    public static string HashOf(Guid userId, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}{text}")));

    public void Use(DateTime now) => UsedAt ??= now;
}
