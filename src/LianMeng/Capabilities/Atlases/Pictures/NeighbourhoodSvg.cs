using System.Globalization;
using System.Text;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>A firm between those that feed it and those that it feeds. Names and products only.</summary>
internal static class NeighbourhoodSvg
{
    private const double Width = 960, Box = 270, High = 44, Pitch = 58, Top = 34;
    private const int Most = 8;

    public static string Write(ShowNeighbourhood.View view)
    {
        var (suppliers, customers) = (Grouped(view.Suppliers), Grouped(view.Customers));
        var rows = Math.Max(1, Math.Max(Rows(suppliers), Rows(customers)));
        var height = Top + rows * Pitch + 8;
        var middle = Top + rows * Pitch / 2 - 7;
        var svg = new StringBuilder();
        var title = SvgText.Escape($"{view.Name}的上下游：供应方 {suppliers.Count} 家，采购方 {customers.Count} 家");
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lm-neighbours\" viewBox=\"0 0 {Width} {SvgText.Number(height)}\" role=\"img\" aria-label=\"{title}\" font-family=\"{SvgText.Fonts}\" font-size=\"14\"><title>{title}</title>");
        svg.Append("<defs><marker id=\"n-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#4a5872\"/></marker></defs>");
        Head(svg, Box / 2, "谁供我");
        Head(svg, Width / 2, view.IsOwn ? "本企业" : "企业");
        Head(svg, Width - Box / 2, "我供谁");
        Side(svg, suppliers, 0, middle, toMiddle: true);
        Side(svg, customers, Width - Box, middle, toMiddle: false);
        Card(svg, (Width - Box) / 2, middle - High / 2, view.Name, string.Join('、', view.Makes.Select(p => p.Name)), isOwn: true);
        return svg.Append("</svg>").ToString();
    }

    private static int Rows(List<(string Name, string Words)> partners) => Math.Min(partners.Count, Most + 1);

    private static List<(string Name, string Words)> Grouped(IReadOnlyList<ShowNeighbourhood.PartnerView> partners)
        => [.. partners.GroupBy(p => p.Organisation).Select(g => (g.First().Name, string.Join('、', g.Select(p => p.Words).Distinct())))];

    private static void Head(StringBuilder svg, double x, string words)
        => svg.Append($"<text x=\"{SvgText.Number(x)}\" y=\"20\" text-anchor=\"middle\" font-weight=\"600\" fill=\"#14448f\">{words}</text>");

    private static void Side(StringBuilder svg, List<(string Name, string Words)> partners, double x, double middle, bool toMiddle)
    {
        if (partners.Count == 0)
        {
            svg.Append($"<text x=\"{SvgText.Number(x + Box / 2)}\" y=\"{SvgText.Number(middle + 5)}\" text-anchor=\"middle\" fill=\"#55607a\">还没有申报</text>");
            return;
        }

        var shown = Rows(partners);
        for (var i = 0; i < shown; i++)
        {
            var y = middle + (i - (shown - 1) / 2.0) * Pitch;
            var rest = i == Most && partners.Count > Most;
            var (from, to) = toMiddle ? (x + Box, (Width - Box) / 2) : ((Width + Box) / 2, x);
            var (y1, y2) = toMiddle ? (y, middle) : (middle, y);
            svg.Append($"<path d=\"M{SvgText.Number(from)} {SvgText.Number(y1)}C{SvgText.Number((from + to) / 2)} {SvgText.Number(y1)} {SvgText.Number((from + to) / 2)} {SvgText.Number(y2)} {SvgText.Number(to)} {SvgText.Number(y2)}\" fill=\"none\" stroke=\"#4a5872\" stroke-width=\"1.5\" marker-end=\"url(#n-arrow)\"/>");
            if (rest) Card(svg, x, y - High / 2, $"另有 {partners.Count - Most} 家", "见下表", isOwn: false);
            else Card(svg, x, y - High / 2, partners[i].Name, partners[i].Words, isOwn: false);
        }
    }

    private static void Card(StringBuilder svg, double x, double y, string name, string words, bool isOwn)
    {
        svg.Append($"<g><title>{SvgText.Escape($"{name}：{words}")}</title><rect x=\"{SvgText.Number(x + 1)}\" y=\"{SvgText.Number(y)}\" width=\"{SvgText.Number(Box - 2)}\" height=\"{High}\" rx=\"5\" fill=\"{(isOwn ? "#eaf1fc" : "#fff")}\" stroke=\"{(isOwn ? "#14448f" : "#b8cdef")}\" stroke-width=\"{(isOwn ? 2 : 1)}\"/>");
        foreach (var (line, i) in new[] { (Text: name, Em: (Box - 20) / 14), (Text: words, Em: (Box - 20) / 12) }.Select((l, i) => (l, i)))
            if (SvgText.Lines(line.Text, line.Em, 1) is [var text, ..])
                svg.Append($"<text x=\"{SvgText.Number(x + 10)}\" y=\"{SvgText.Number(y + (i == 0 ? 19 : 36))}\" {(i == 0 ? "fill=\"#1c2434\"" : "font-size=\"12\" fill=\"#55607a\"")}>{text}</text>");
        svg.Append("</g>");
    }
}
