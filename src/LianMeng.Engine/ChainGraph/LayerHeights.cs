namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Heights within the columns: each node wishes to stand at the mean of its neighbours; with the order kept and a distance of at least 1 (between bends of links 0.4) the wishes of a column are met
/// as well as possible in least squares (isotonic regression by pooling neighbours that would overlap).
/// </summary>
internal static class LayerHeights
{
    private const int Rounds = 10;
    private const double BetweenBends = 0.4;

    public static double[] Of(LayerOrder order, int realNodes)
    {
        var y = new double[order.Columns.Sum(column => column.Length)];
        var offsets = order.Columns.Select(column => Offsets(column, realNodes)).ToArray();
        for (var c = 0; c < order.Columns.Length; c++)
            for (var i = 0; i < order.Columns[c].Length; i++) y[order.Columns[c][i]] = offsets[c][i] - offsets[c][^1] / 2;
        for (var round = 0; round < Rounds; round++)
        {
            for (var c = 1; c < order.Columns.Length; c++) Settle(order, order.Columns[c], offsets[c], y, round == Rounds - 1, fromLeft: true);
            for (var c = order.Columns.Length - 2; c >= 0; c--) Settle(order, order.Columns[c], offsets[c], y, round == Rounds - 1, fromLeft: false);
        }

        var top = y.Length == 0 ? 0 : y.Min();
        return Array.ConvertAll(y, value => value - top);
    }

    private static double[] Offsets(int[] column, int realNodes)
    {
        var offsets = new double[column.Length];
        for (var i = 1; i < column.Length; i++) offsets[i] = offsets[i - 1] + (column[i] < realNodes || column[i - 1] < realNodes ? 1 : BetweenBends);
        return offsets;
    }

    private static void Settle(LayerOrder order, int[] column, double[] offsets, double[] y, bool both, bool fromLeft)
    {
        var wishes = new double[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            var (sum, count) = (0.0, 0);
            if (fromLeft || both)
                foreach (var other in order.Left(column[i])) (sum, count) = (sum + y[other], count + 1);
            if (!fromLeft || both)
                foreach (var other in order.Right(column[i])) (sum, count) = (sum + y[other], count + 1);
            wishes[i] = (count == 0 ? y[column[i]] : sum / count) - offsets[i];
        }

        // pools of neighbours: mean wish and size; a pool that wishes to stand above the one before it is joined to it
        var pools = new List<(double Mean, int Size)>(column.Length);
        foreach (var wish in wishes)
        {
            var (mean, size) = (wish, 1);
            while (pools.Count > 0 && pools[^1].Mean >= mean)
            {
                var before = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                (mean, size) = ((before.Mean * before.Size + mean * size) / (before.Size + size), before.Size + size);
            }

            pools.Add((mean, size));
        }

        var at = 0;
        foreach (var (mean, size) in pools)
            for (var k = 0; k < size; k++, at++) y[column[at]] = mean + offsets[at];
    }
}
