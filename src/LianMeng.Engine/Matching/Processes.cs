using System.Collections.Frozen;

namespace LianMeng.Engine.Matching;

/// <summary>
/// "发动机缸体压铸" asks for a part and names the process that makes it: who makes the part does the process. "铝管CNC加工" asks for a step
/// on a part the asker may have: who does the step comes first, who makes the part may do it too.
/// </summary>
static class Processes
{
    const string Forming =
        "压铸 压铸加工 高压铸造 低压铸造 重力铸造 铸造 浇铸 浇注 砂铸 精密铸造 压力铸造 挤压铸造 差压铸造 锻造 锻压 模锻 锻造加工 冲压 冲压加工 冲压成型 挤压 挤压加工 挤压成型 挤出 注塑 注塑加工 注塑成型 吹塑 吸塑 旋压 轧制 钣金 钣金加工 成型 成形 粉末冶金 代工 生产加工 开模 ";

    const string Treating =
        "机加工 机加 精加工 粗加工 深加工 精密机加工 精密加工 cnc cnc加工 cnc精加工 cnc精密加工 数控 数控加工 数控车 车削 铣削 车加工 车铣 钻孔 攻丝 攻牙 打孔 冲孔 切割 切割加工 激光切割 线切割 锯切 切削 折弯 弯管 焊接 焊接加工 氩弧焊 激光焊接 搅拌摩擦焊 fsw fsw焊接 精车 粗车 精铣 "
        + "阳极氧化 阳极氧化加工 硬质氧化 硬质阳极氧化 氧化 氧化加工 氧化着色 微弧氧化 电泳 电泳涂装 电泳加工 喷涂 喷涂加工 粉末喷涂 静电喷涂 氟碳喷涂 喷粉 喷塑 喷漆 烤漆 电镀 电镀加工 镀锌 镀铬 镀镍 热处理 热处理加工 t6热处理 t6 固溶时效 时效 时效处理 淬火 调质 抛光 抛光加工 喷砂 抛丸 打磨 去毛刺 "
        + "表面处理 表面处理加工 拉丝 钝化 清洗 涂装 激光打标 打标 组装 ";

    // between two processes, or between a part and its process
    const string Joints = "要做的需来去用作进行并加后再先及和与代含带连同";

    static readonly string[] MadeBy = ["压铸件", "铸造件", "铸件", "锻造件", "锻件", "冲压件", "加工件"];

    const int Longest = 8;

    static readonly FrozenDictionary<string, bool> Words =
        Split(Forming).Select(word => (word, true)).Concat(Split(Treating).Select(word => (word, false))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>How many units at the end are processes, and whether the first of these makes the part itself; 0 when the phrase does not end in one.</summary>
    public static int AtEnd(IReadOnlyList<Unit> units, out bool forms)
    {
        forms = false;
        var start = units.Count;
        while (start > 0 && Last(units, start, out var makes) is > 0 and var length)
        {
            start -= length;
            forms = makes;
            var joint = start;
            while (joint > 0 && units[joint - 1] is { IsWord: false } unit && Joints.Contains(unit.Text[0])) joint--;
            if (joint > 0 && joint < start && Last(units, joint, out _) > 0) start = joint;
        }
        return units.Count - start;
    }

    /// <summary>The part in front of the processes; empty when there is none worth asking for.</summary>
    public static Unit[] Part(IReadOnlyList<Unit> units, int processes)
    {
        var end = units.Count - processes;
        while (end > 0 && units[end - 1] is { IsWord: false } unit && Joints.Contains(unit.Text[0])) end--;
        var part = units.Take(end).ToArray();
        var name = string.Concat(part.Where(unit => unit is { IsWord: false, Factor: >= 0.3f }).Select(unit => unit.Text));
        return name.Length >= 2 && !Materials.SaysNothing(name) ? part : [];
    }

    /// <summary>Characters at the end of a name that only say how the part in front was made: 充电器外壳压铸件.</summary>
    public static int MadeAtEnd(string name) =>
        Array.Find(MadeBy, made => name.EndsWith(made, StringComparison.Ordinal)) is { } made && name.Length > made.Length + 1 && !Materials.SaysNothing(name[..^made.Length]) ? made.Length : 0;

    /// <summary>The part alone of a line that says how it is made; null for other lines.</summary>
    public static Phrase? PartOfMade(Phrase line)
    {
        var made = MadeAtEnd(line.Name);
        return made > 0 && line.Units.Count > made && line.Units.TakeLast(made).All(unit => !unit.IsWord) ? new Phrase([.. line.Units.SkipLast(made)], 1) : null;
    }

    static int Last(IReadOnlyList<Unit> units, int end, out bool forms)
    {
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> letters = stackalloc char[Longest * 4];
        var found = 0;
        forms = false;
        var at = letters.Length;
        for (var count = 1; count <= Longest && end - count >= 0; count++)
        {
            var text = units[end - count].Text;
            if (text.Length > at) break;
            at -= text.Length;
            text.CopyTo(letters[at..]);
            if (lookup.TryGetValue(letters[at..], out var makes)) (found, forms) = (count, makes);
        }
        return found;
    }

    static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
