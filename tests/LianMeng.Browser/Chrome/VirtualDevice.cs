using Microsoft.Playwright;

namespace LianMeng.Browser.Chrome;

/// <summary>Chromium's virtual authenticator: a device with a finger on it, for one page.</summary>
internal sealed class VirtualDevice
{
    private readonly ICDPSession session;
    private readonly string id;

    private VirtualDevice(ICDPSession session, string id)
    {
        this.session = session;
        this.id = id;
    }

    public static async Task<VirtualDevice> AddToAsync(IPage page)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        var added = await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return new(cdp, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>How often the one passkey on it was used.</summary>
    public async Task<int> SignCountAsync()
    {
        var answer = await session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = id });
        return Assert.Single(answer!.Value.GetProperty("credentials").EnumerateArray().ToList()).GetProperty("signCount").GetInt32();
    }
}
