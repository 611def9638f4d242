using System.Xml.Linq;
using LianMeng.Shared.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LianMeng.Shared.Secrets;

/// <summary>
/// Where the framework reads its keys. It writes synchronously and whenever it likes; here a key is made only by
/// <see cref="MakeProtectionKey"/>, which catches what the framework would store and saves it as everything is saved.
/// </summary>
public sealed class ProtectionKeyStore(IServiceScopeFactory scopes, Sealer sealer) : IXmlRepository
{
    private readonly AsyncLocal<Catcher?> catcher = new();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>().Set<ProtectionKey>().OrderBy(k => k.Number).Select(k => k.Xml).ToList();
        return [.. rows.Select(xml => XElement.Parse(sealer.Open(ProtectionKey.Purpose, xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
        => (catcher.Value ?? throw new InvalidOperationException("Keys are made by MakeProtectionKey only.")).Element = element;

    /// <summary>What the framework stores while <paramref name="make"/> runs, sealed.</summary>
    internal string Catch(Action make)
    {
        catcher.Value = new();
        try
        {
            make();
            return sealer.Seal(ProtectionKey.Purpose, catcher.Value.Element!.ToString(SaveOptions.DisableFormatting));
        }
        finally
        {
            catcher.Value = null;
        }
    }

    private sealed class Catcher
    {
        public XElement? Element { get; set; }
    }
}
