namespace LianMeng.Capabilities.Listings.Public;

/// <summary>A text as it may be kept or shown where nobody's telephone, mail address or chat name belongs.</summary>
public static class PublicText
{
    public static string Hide(string text) => ContactMask.Hide(text);
}
