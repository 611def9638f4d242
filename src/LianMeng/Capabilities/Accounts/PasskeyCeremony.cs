using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// WebAuthn: challenges, and what an authenticator answers to them; the framework's handler does the checking. What it must
/// remember between the two goes to the browser as a ticket, and the ticket's id is spent with the answer.
/// </summary>
public sealed class PasskeyCeremony(IPasskeyHandler<User> handler, Caller caller, Tickets tickets)
{
    private const string ToAdd = "passkey-add";
    private const string ToSignIn = "passkey-sign-in";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <param name="Options">for navigator.credentials, in WebAuthn's own JSON</param>
    /// <param name="State">comes back with the answer</param>
    public sealed record Question(JsonElement Options, string State);

    /// <param name="Challenge">to be spent in the same save</param>
    public sealed record Answer(Guid Challenge, Guid UserId, UserPasskeyInfo Passkey);

    private sealed record Remembered(Guid Id, Guid? UserId, string State);

    /// <returns>null where there is no request: a passkey belongs to a page's address</returns>
    public async Task<Question?> AskToAddAsync(User user)
    {
        if (caller.Http is not { } http) return null;
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName }, http);
        return Of(ToAdd, user.Id, made.CreationOptionsJson, made.AttestationState!);
    }

    /// <summary>Whoever holds a passkey of this platform: the answer says who it is.</summary>
    public async Task<Question?> AskToSignInAsync()
    {
        if (caller.Http is not { } http) return null;
        var made = await handler.MakeRequestOptionsAsync(null, http);
        return Of(ToSignIn, null, made.RequestOptionsJson, made.AssertionState!);
    }

    /// <returns>null when it has run out or is no proper answer</returns>
    public async Task<Answer?> CheckAddedAsync(Guid userId, string state, string credential)
    {
        if (tickets.Read<Remembered>(ToAdd, state) is not { } remembered || remembered.UserId != userId || caller.Http is not { } http) return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = remembered.State });
        return result.Succeeded ? new(remembered.Id, userId, result.Passkey) : null;
    }

    /// <returns>null when it has run out, is no proper answer, or of nobody</returns>
    public async Task<Answer?> CheckSignInAsync(string state, string credential)
    {
        if (tickets.Read<Remembered>(ToSignIn, state) is not { } remembered || caller.Http is not { } http) return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = remembered.State });
        return result.Succeeded ? new(remembered.Id, result.User.Id, result.Passkey) : null;
    }

    /// <summary>How facts name a passkey.</summary>
    public static Guid IdOf(byte[] credentialId) => new(SHA256.HashData(credentialId).AsSpan(0, 16));

    /// <summary>How addresses and forms name it.</summary>
    public static string TextOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    private Question Of(string purpose, Guid? userId, string options, string state)
        => new(JsonDocument.Parse(options).RootElement.Clone(), tickets.Write(purpose, new Remembered(Guid.CreateVersion7(), userId, state), Life));
}
