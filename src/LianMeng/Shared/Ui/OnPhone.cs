namespace LianMeng.Shared.Ui;

/// <summary>What a column becomes on a narrow screen, where each row is a card.</summary>
public enum OnPhone
{
    /// <summary>A line of the card: title and value.</summary>
    Line,

    /// <summary>The card's heading, without its title.</summary>
    Heading,

    /// <summary>Left out: the record's own page shows it.</summary>
    Hidden,
}
