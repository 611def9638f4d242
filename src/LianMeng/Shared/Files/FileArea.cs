namespace LianMeng.Shared.Files;

/// <summary>What kept files are for; each area is a folder of the storage.</summary>
public enum FileArea
{
    /// <summary>Attachments: a row names each of them.</summary>
    Files,

    /// <summary>Rosters and other imports: kept while they may be asked for again.</summary>
    Uploads,
}
