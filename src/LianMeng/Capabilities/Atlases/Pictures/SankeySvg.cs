using System.Globalization;
using System.Text;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>A flow picture as SVG text: a band as wide as its amount, or as the lower edge of what may be told of it, then hatched.</summary>
internal static class SankeySvg
{
    private const double Width = 1180, NodeWidth = 14, Side = 150, Top = 16, Height = 520;

    /// <param name="flows">those that are drawn, with an amount above 0</param>
    public static string Write(string title, IReadOnlyList<ShowFlows.FlowView> flows, string prefix)
    {
        var ends = flows.Select(f => (Key: f.FromKey, Name: f.From)).Concat(flows.Select(f => (Key: f.ToKey, Name: f.To))).DistinctBy(e => e.Key).ToList();
        var names = ends.ToDictionary(e => e.Key, e => e.Name, StringComparer.Ordinal);
        var drawing = SankeyLayout.Draw([.. ends.Select(e => new SankeyLayout.Node(e.Key))], [.. flows.Select(f => new SankeyLayout.Flow(f.FromKey, f.ToKey, (double)f.Amount.OrderKey!.Value))], Height);
        var columns = drawing.Nodes.ToDictionary(n => n.Key, n => n.Column, StringComparer.Ordinal);
        var step = drawing.Columns < 2 ? 0 : (Width - 2 * Side - NodeWidth) / (drawing.Columns - 1);
        double X(string key) => Side + columns[key] * step;

        var svg = new StringBuilder();
        var name = SvgText.Escape(title);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lm-sankey\" viewBox=\"0 0 {Width} {SvgText.Number(drawing.Height + 2 * Top)}\" role=\"img\" aria-label=\"{name}：{flows.Count} 条流向，数字见旁边的表\" font-family=\"{SvgText.Fonts}\" font-size=\"13\"><title>{name}</title>");
        svg.Append($"<defs><pattern id=\"{prefix}-band\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"#dbe5f5\"/><rect width=\"2.5\" height=\"7\" fill=\"#7f9fd2\"/></pattern></defs>");
        foreach (var (placed, flow) in drawing.Flows.Zip(flows).OrderByDescending(p => p.First.Thick))
        {
            var thick = Math.Max(1.5, placed.Thick);
            svg.Append($"<g fill=\"{(flow.Amount.IsBand ? $"url(#{prefix}-band)" : "#9fbbe6")}\" fill-opacity=\"0.75\" stroke=\"#5b82c0\" stroke-width=\"0.5\"{(flow.Amount.IsBand ? " stroke-dasharray=\"4 3\"" : "")}>");
            svg.Append($"<title>{SvgText.Escape($"{flow.From} → {flow.To}：{flow.Amount.Text}")}</title>");
            svg.Append($"<path d=\"{(placed.BackTop is { } back ? Back(X(placed.From) + NodeWidth, placed.FromTop + Top, X(placed.To), placed.ToTop + Top, thick, back + Top) : Band(X(placed.From) + NodeWidth, placed.FromTop + Top, X(placed.To), placed.ToTop + Top, thick))}\"/></g>");
        }

        foreach (var node in drawing.Nodes)
        {
            var (x, y, high) = (X(node.Key), node.Top + Top, Math.Max(2, node.Height));
            // the last column has its names on the right, the others on the left
            var last = node.Column == drawing.Columns - 1 && drawing.Columns > 1;
            svg.Append($"<rect x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\" width=\"{NodeWidth}\" height=\"{SvgText.Number(high)}\" fill=\"#14448f\"/>");
            var lines = SvgText.Lines(names[node.Key], Math.Max(4, Math.Min(Side, node.Column == 0 || last ? Side : step - NodeWidth) / 13 - 1), 2);
            for (var i = 0; i < lines.Count; i++)
                svg.Append($"<text x=\"{SvgText.Number(last ? x + NodeWidth + 6 : x - 6)}\" y=\"{SvgText.Number(y + high / 2 + 5 + 16 * (i - (lines.Count - 1) / 2.0))}\"{(last ? "" : " text-anchor=\"end\"")} fill=\"#1c2434\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{lines[i]}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Band(double x1, double y1, double x2, double y2, double thick)
    {
        var middle = (x1 + x2) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.##}C{middle:0.#} {y1:0.##} {middle:0.#} {y2:0.##} {x2:0.#} {y2:0.##}V{y2 + thick:0.##}C{middle:0.#} {y2 + thick:0.##} {middle:0.#} {y1 + thick:0.##} {x1:0.#} {y1 + thick:0.##}Z");
    }

    /// <summary>Out to the right, round below everything, in from the left.</summary>
    private static string Back(double x1, double y1, double x2, double y2, double thick, double below)
    {
        var (right, left, way) = (x1 + 12, x2 - 12, Math.Min(SankeyLayout.MostBack, thick));
        return string.Create(CultureInfo.InvariantCulture,
            $"M{x1:0.#} {y1:0.##}L{right:0.#} {y1 + thick - way:0.##}Q{right + way:0.#} {y1 + thick - way:0.##} {right + way:0.#} {y1 + thick:0.##}V{below:0.##}Q{right + way:0.#} {below + way:0.##} {right:0.#} {below + way:0.##}H{left:0.#}Q{left - way:0.#} {below + way:0.##} {left - way:0.#} {below:0.##}V{y2 + thick:0.##}Q{left - way:0.#} {y2 + thick - way:0.##} {left:0.#} {y2 + thick - way:0.##}L{x2:0.#} {y2:0.##}V{y2 + thick:0.##}H{left:0.#}V{below:0.##}H{right:0.#}V{y1 + thick:0.##}H{x1:0.#}Z");
    }
}
