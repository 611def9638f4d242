namespace LianMeng.Engine.Matching;

/// <summary>A noun phrase naming one product, read from a demand or a product line. Chinese puts the thing itself last.</summary>
sealed class Phrase
{
    bool? isScrap;

    public Phrase(IReadOnlyList<Unit> units, float rank)
    {
        Units = units;
        Rank = rank;
        Grades = [.. units.Where(unit => unit.IsGrade)];
        var core = units.Where(unit => !unit.IsGrade).ToArray();
        // "谁有 6061-T6": the grade is all there is, so it is the thing
        var gradeIsAll = Grades.Length > 0 && !Array.Exists(core, unit => unit.Factor >= 0.3f);
        Core = gradeIsAll ? [.. Grades] : core;
        if (gradeIsAll) Grades = [];
        HeadAt = Array.FindLastIndex(Core, unit => unit.IsContent);
        Text = Join(units);
        foreach (var unit in Core) Mask |= 1UL << (unit.IsWord ? 63 : unit.Text[0] % 63);
        Name = Join([.. Core.Where(unit => unit.Factor >= 0.3f)]);
        var tail = string.Concat(Core.Skip(HeadAt + 1).Where(unit => unit.Factor >= 0.4f).Select(unit => unit.Text));
        Tail = DemandWords.Family.GetValueOrDefault(tail, tail);
        Metals = Materials.Of(Core);
        IsMaterial = Grades.Length == 0 && Materials.IsAll(Name);
        Signature = Sign();
    }

    /// <summary>All units in the order of the text, the purpose before the thing.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Units without grades.</summary>
    public Unit[] Core { get; }

    /// <summary>Grades and model numbers beside the core.</summary>
    public Unit[] Grades { get; }

    /// <summary>Index in <see cref="Core"/> of the last character of the thing itself; −1 when it consists of weak words only.</summary>
    public int HeadAt { get; }

    /// <summary>Weak words behind the head that change what it is, by family: "设备" for "铝箔轧制装置".</summary>
    public string Tail { get; }

    /// <summary>How surely this is what was asked for: 1 for the first thing named, less for things said beside it.</summary>
    public float Rank { get; }

    /// <summary>The core without purpose and empty words: what a product graph might know.</summary>
    public string Name { get; }

    /// <summary>A bit for each of the core's characters: two phrases without a common bit share nothing.</summary>
    public ulong Mask { get; }

    /// <summary>
    /// A bit for each pair of neighbouring characters, and one for grades: two phrases without a common bit stay below <see cref="Likeness.Enough"/>,
    /// because characters alone give no more than 0.4. All bits where that does not hold: words inside, or a head too short to have a pair.
    /// </summary>
    public ulong Signature { get; }

    /// <summary>The bit of <see cref="Signature"/> that stands for grades.</summary>
    public const ulong Grade = 1UL << 63;

    /// <summary>A bit for each metal named.</summary>
    public int Metals { get; }

    /// <summary>What was typed, when it was read as another word that is easily mistyped so.</summary>
    public string? Heard { get; init; }

    /// <summary>The word that was said and the one it is read as, by a set of synonyms; null for what was said itself.</summary>
    public (string Said, string Meant)? Synonym { get; init; }

    /// <summary>Whether it names scrap or a remainder.</summary>
    public bool IsScrap => isScrap ??= Disposal.IsScrap(Name);

    /// <summary>The asker has it and looks for someone who takes it.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Whether it names a material and nothing made of it.</summary>
    public bool IsMaterial { get; }

    ulong Sign()
    {
        if (IsMaterial || HeadAt < 1 || (HeadAt == 1 && Likeness.IsPlace(Core[0].Text)) || Array.Exists(Core, unit => unit.IsWord)) return ~0UL;
        var signature = Grades.Length > 0 ? Grade : 0;
        for (var i = 1; i < Core.Length; i++) signature |= 1UL << ((Core[i - 1].Text[0] * 31 + Core[i].Text[0]) % 63);
        return signature;
    }

    /// <summary>Whether both have the same core, unit by unit.</summary>
    public bool HasCoreOf(Phrase other) => SameText(Core, other.Core);

    static bool SameText(Unit[] one, Unit[] other)
    {
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
            if (one[i].Text != other[i].Text) return false;
        return true;
    }

    /// <summary>As shown to people.</summary>
    public string Text { get; }

    static string Join(IReadOnlyList<Unit> units)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < units.Count; i++)
        {
            if (i > 0 && units[i].IsWord && units[i - 1].IsWord) text.Append(' ');
            text.Append(units[i].IsGrade ? units[i].Text.ToUpperInvariant() : units[i].Text);
        }
        return text.ToString();
    }
}
