namespace LianMeng.Engine.Matching;

/// <summary>One Chinese character or one ASCII word of a phrase.</summary>
/// <param name="Text">The character, or the word with its inner dashes ("6061-t6").</param>
/// <param name="Factor">How much it tells, 0 to 1, before its rarity is looked at.</param>
readonly record struct Unit(string Text, float Factor)
{
    public bool IsWord => Text[0] < 0x80;

    /// <summary>A grade, a model number or a size: tells variants of a product apart, rarely products.</summary>
    public bool IsGrade => IsWord && Text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Whether it can be the thing itself and not only a remark on it.</summary>
    public bool IsContent => Factor >= 0.5f;
}
