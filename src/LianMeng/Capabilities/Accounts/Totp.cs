using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Codes by time, RFC 6238 over RFC 4226: HMAC-SHA-1, steps of 30 seconds, 6 digits, what every authenticator app can do.</summary>
public static class Totp
{
    public const int SecretBytes = 20;
    public const int StepSeconds = 30;
    public const int Digits = 6;

    /// <summary>Steps before and after the present one that are taken too, for clocks that are a little off.</summary>
    public const int Window = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds;

    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7fff_ffff;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that a code is of, if it may be used: within the window and later than the last one used.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTime now, long lastStep)
    {
        long? found = null;
        var given = Encoding.ASCII.GetBytes(code);
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            var right = CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Code(secret, step)));
            if (right && step > lastStep) found ??= step;
        }

        return found;
    }

    /// <summary>What an authenticator app reads from the picture.</summary>
    public static string Uri(string secret, string account)
        => $"otpauth://totp/{System.Uri.EscapeDataString("链盟:" + account)}?secret={secret}&issuer={System.Uri.EscapeDataString("链盟")}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
