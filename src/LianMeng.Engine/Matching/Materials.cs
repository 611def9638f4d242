namespace LianMeng.Engine.Matching;

/// <summary>The metals a phrase names: who asks for copper strip is not answered by aluminium strip, and who only says "aluminium" has not said what.</summary>
static class Materials
{
    const string Metals = "铝铜钢铁锌镁钛镍锡铅锰钨";

    // what may stand behind a metal without saying what is made of it
    const string Empty = "材料合金制品件品属类物货五配零部";

    // lines that name the material, but are no product of it
    static readonly string[] NoProducts =
        ["机", "设备", "装置", "炉", "检测", "分析", "处置", "处理", "处治", "利用", "运输", "仓储", "物流", "加工", "模具", "剂", "油", "液", "回收", "租赁", "生铝", "拆解", "服务"];

    /// <summary>A bit for each metal named.</summary>
    public static int Of(IEnumerable<Unit> units)
    {
        var mask = 0;
        foreach (var unit in units)
            if (unit is { IsWord: false, Factor: >= 0.3f } && Metals.IndexOf(unit.Text[0], StringComparison.Ordinal) is >= 0 and var at) mask |= 1 << at;
        return mask;
    }

    /// <summary>A bit for each metal in a text.</summary>
    public static int Of(string text)
    {
        var mask = 0;
        foreach (var c in text)
            if (Metals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at) mask |= 1 << at;
        return mask;
    }

    /// <summary>The first metal in a text; null without one.</summary>
    public static char? First(string text) => text.AsSpan().IndexOfAny(Metals) is >= 0 and var at ? text[at] : null;

    /// <summary>Whether both name metals, and none in common.</summary>
    public static bool Clash(int one, int other) => one != 0 && other != 0 && (one & other) == 0;

    /// <summary>Whether a name says the material only: 铝, 铝材, 铝合金制品.</summary>
    public static bool IsAll(string name) =>
        name.Length is > 0 and <= 6 && Metals.Contains(name[0]) && name.AsSpan(1).IndexOfAnyExcept(Empty) < 0;

    /// <summary>Whether a name says nothing of its own before a process: 零件, 铝件, 铝合金.</summary>
    public static bool SaysNothing(string name) => name.AsSpan().IndexOfAnyExcept(Metals + Empty + "工小大异形产结构金不锈的各种厂家本") < 0;

    /// <summary>Whether a line names a thing made of the metals, not a machine or service for them.</summary>
    public static bool IsProductOf(Phrase line, int metals) =>
        (line.Metals & metals) != 0 && !Disposal.IsScrap(line.Name) && line.Tail.Length == 0 && !Array.Exists(NoProducts, word => line.Name.EndsWith(word, StringComparison.Ordinal));
}
