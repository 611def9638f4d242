namespace LianMeng.Engine.Flows;

/// <summary>
/// The network simplex method. A basis is a spanning tree that hangs on an artificial root; the tree is kept strongly feasible (of the arcs that block a pivot
/// the last one met on the way round leaves), so that it cannot run in circles.
/// </summary>
internal sealed class NetworkSimplex
{
    private const sbyte AtZero = 1, InTree = 0, AtCapacity = -1;

    private readonly int nodes, arcs, root, block;
    private readonly int[] from, to;
    private readonly long[] capacity, cost, flow;
    private readonly sbyte[] state;

    private readonly long[] potential;
    private readonly int[] parent, parentArc, depth, firstChild, nextSibling, previousSibling;
    private readonly bool[] pointsUp;
    private int nextArc;

    public NetworkSimplex(IReadOnlyList<long> supplies, IReadOnlyList<FlowArc> given)
    {
        (nodes, arcs, root) = (supplies.Count, given.Count, supplies.Count);
        block = Math.Max(20, (int)Math.Sqrt(arcs));
        (from, to) = (new int[arcs + nodes], new int[arcs + nodes]);
        (capacity, cost, flow) = (new long[arcs + nodes], new long[arcs + nodes], new long[arcs + nodes]);
        state = new sbyte[arcs + nodes];
        potential = new long[nodes + 1];
        (parent, parentArc, depth) = (new int[nodes + 1], new int[nodes + 1], new int[nodes + 1]);
        (firstChild, nextSibling, previousSibling) = (new int[nodes + 1], new int[nodes + 1], new int[nodes + 1]);
        pointsUp = new bool[nodes + 1];
        var dearest = 0L;
        for (var a = 0; a < arcs; a++)
        {
            (from[a], to[a], capacity[a], cost[a]) = given[a];
            state[a] = AtZero;
            dearest = Math.Max(dearest, Math.Abs(cost[a]));
        }

        HangOnRoot(supplies, (dearest + 1) * (nodes + 1));
    }

    public FlowSolution? Solve()
    {
        var pivots = 0;
        for (var entering = Entering(); entering >= 0; entering = Entering())
        {
            Pivot(entering);
            pivots++;
        }

        for (var a = arcs; a < arcs + nodes; a++)
            if (flow[a] > 0) return null;
        Int128 total = 0;
        for (var a = 0; a < arcs; a++) total += (Int128)flow[a] * cost[a];
        return new(flow[..arcs], potential[..nodes], total, pivots);
    }

    /// <summary>The first basis: every node on the root, by an arc dearer than any way through the network.</summary>
    private void HangOnRoot(IReadOnlyList<long> supplies, long dear)
    {
        (parent[root], parentArc[root], firstChild[root]) = (-1, -1, -1);
        for (var node = 0; node < nodes; node++)
        {
            var arc = arcs + node;
            var up = supplies[node] >= 0;
            (from[arc], to[arc]) = up ? (node, root) : (root, node);
            (capacity[arc], cost[arc], flow[arc], state[arc]) = (long.MaxValue, dear, Math.Abs(supplies[node]), InTree);
            potential[node] = up ? -dear : dear;
            depth[node] = 1;
            firstChild[node] = -1;
            Attach(node, root, arc, up);
        }
    }

    /// <summary>The arc of the next block that promises most; -1 when none promises anything.</summary>
    private int Entering()
    {
        var (best, gain, left) = (-1, 0L, block);
        for (var seen = 0; seen < arcs; seen++)
        {
            var arc = nextArc;
            if (++nextArc == arcs) nextArc = 0;
            var promise = -state[arc] * (cost[arc] + potential[from[arc]] - potential[to[arc]]);
            if (promise > gain) (best, gain) = (arc, promise);
            if (--left > 0) continue;
            if (best >= 0) return best;
            left = block;
        }

        return best;
    }

    private void Pivot(int entering)
    {
        var forward = state[entering] == AtZero;
        var (tail, head) = forward ? (from[entering], to[entering]) : (to[entering], from[entering]);
        var join = Join(tail, head);

        // the amount, and the arc that blocks it: on a tie the last one on the way join → tail → head → join
        var (amount, leaves, onTailSide) = (capacity[entering], -1, false);
        for (var node = tail; node != join; node = parent[node])
        {
            var room = Room(node, upward: false);
            if (room < amount) (amount, leaves, onTailSide) = (room, node, true);
        }

        for (var node = head; node != join; node = parent[node])
        {
            var room = Room(node, upward: true);
            if (room <= amount) (amount, leaves, onTailSide) = (room, node, false);
        }

        if (amount > 0)
        {
            flow[entering] += forward ? amount : -amount;
            for (var node = tail; node != join; node = parent[node]) flow[parentArc[node]] += pointsUp[node] ? -amount : amount;
            for (var node = head; node != join; node = parent[node]) flow[parentArc[node]] += pointsUp[node] ? amount : -amount;
        }

        if (leaves < 0)
        {
            state[entering] = forward ? AtCapacity : AtZero;
            return;
        }

        var leaving = parentArc[leaves];
        state[leaving] = flow[leaving] == 0 ? AtZero : AtCapacity;
        state[entering] = InTree;
        if (onTailSide) Rehang(tail, head, entering, leaves);
        else Rehang(head, tail, entering, leaves);
    }

    private int Join(int a, int b)
    {
        while (a != b)
        {
            if (depth[a] >= depth[b]) a = parent[a];
            else b = parent[b];
        }

        return a;
    }

    private long Room(int node, bool upward)
    {
        var arc = parentArc[node];
        return pointsUp[node] == upward ? capacity[arc] - flow[arc] : flow[arc];
    }

    /// <summary>Turns the branch below the leaving arc over, so that it hangs by the entering arc.</summary>
    private void Rehang(int top, int under, int entering, int last)
    {
        var (node, above, arc, up) = (top, under, entering, from[entering] == top);
        while (true)
        {
            var (oldParent, oldArc, oldUp) = (parent[node], parentArc[node], pointsUp[node]);
            Detach(node);
            Attach(node, above, arc, up);
            if (node == last) break;
            (above, arc, up) = (node, oldArc, !oldUp);
            node = oldParent;
        }

        var shift = (pointsUp[top] ? potential[under] - cost[entering] : potential[under] + cost[entering]) - potential[top];
        for (node = top; node >= 0; node = NextInBranch(node, top))
        {
            potential[node] += shift;
            depth[node] = depth[parent[node]] + 1;
        }
    }

    private int NextInBranch(int node, int top)
    {
        if (firstChild[node] >= 0) return firstChild[node];
        while (node != top)
        {
            if (nextSibling[node] >= 0) return nextSibling[node];
            node = parent[node];
        }

        return -1;
    }

    private void Attach(int node, int above, int arc, bool up)
    {
        (parent[node], parentArc[node], pointsUp[node]) = (above, arc, up);
        var first = firstChild[above];
        (nextSibling[node], previousSibling[node]) = (first, -1);
        if (first >= 0) previousSibling[first] = node;
        firstChild[above] = node;
    }

    private void Detach(int node)
    {
        var (previous, next) = (previousSibling[node], nextSibling[node]);
        if (previous >= 0) nextSibling[previous] = next;
        else firstChild[parent[node]] = next;
        if (next >= 0) previousSibling[next] = previous;
    }
}
