namespace LianMeng.Shared.Secrets;

/// <summary>One key of the ring: a name of 8 hex digits, 32 bytes that seal (AES-256-GCM) and 32 bytes that make search digests (HMAC-SHA-256).</summary>
internal sealed record SecretKey(string Id, byte[] Seal, byte[] Mac)
{
    public const int IdLength = 8;

    public static SecretKey Create()
    {
        var bytes = System.Security.Cryptography.RandomNumberGenerator.GetBytes(4 + 64);
        return new(Convert.ToHexStringLower(bytes[..4]), bytes[4..36], bytes[36..]);
    }

    /// <summary>As it stands in the file, one key a line: id and 64 bytes in hex.</summary>
    public string Line => $"{Id} {Convert.ToHexStringLower(Seal)}{Convert.ToHexStringLower(Mac)}";

    /// <exception cref="SecretException">the line is no key</exception>
    public static SecretKey Parse(string line)
    {
        if (line.Split(' ') is not [{ Length: IdLength } id, { Length: 128 } hex] || !id.All(char.IsAsciiHexDigit) || !hex.All(char.IsAsciiHexDigit))
            throw new SecretException("密钥文件 secrets.keys 中有一行不是密钥；请用备份的密钥文件恢复它。");
        var bytes = Convert.FromHexString(hex);
        return new(id, bytes[..32], bytes[32..]);
    }
}
