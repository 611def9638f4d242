namespace LianMeng.Tests.Engine.Text;

/// <summary>Repeatable small random texts for property tests: few characters, so that they collide.</summary>
sealed class Dice(uint seed)
{
    uint state = seed * 2654435761u + 1;

    public int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)limit);
    }

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    public string Text()
    {
        string[] pieces = ["铝", "板", "箔", "锭", "再生", "压铸", "件", " ", "6061-T6", "ADC12", "LG 3003", "A356", "pcb", "设备", "、", "汽车", "用", "求购", "200吨"];
        return string.Concat(Enumerable.Range(0, 1 + Below(7)).Select(_ => One(pieces)));
    }
}
