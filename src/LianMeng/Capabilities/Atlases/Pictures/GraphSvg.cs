using System.Text;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>
/// A graph as SVG text. Everything is said in attributes of the elements, so that the same drawing stands in a page under a strict policy and alone in a file. It shows names, healths and who makes how many, and no quantity.
/// </summary>
internal static class GraphSvg
{
    private const double Pitch = 196, RowPitch = 46, BoxWidth = 156, BoxHeight = 36, Strip = 30, Margin = 16, BandHeight = 30;
    private const double SmallPitch = 64, SmallRowPitch = 13, LoopPitch = 11;
    private const int MostLoopLanes = 24;

    /// <param name="Prefix">Of ids within the SVG, so that two on one page don't share them.</param>
    /// <param name="HrefOf">Where a product leads; null in a file, which has no addresses.</param>
    /// <param name="Zoom">Per cent; 0 fits the width of its place.</param>
    /// <param name="IsAlone">A file: with a title and a legend of its own.</param>
    internal sealed record Frame(string Prefix, Func<string, string>? HrefOf, int Zoom, bool IsAlone);

    private sealed record Sheet(double Pitch, double RowPitch, double BoxWidth, double BoxHeight, bool IsNamed, double Top, double Width, double Bottom)
    {
        public double X(int column) => Margin + column * Pitch + Pitch / 2;

        public double Y(double row) => Top + (row + 0.5) * RowPitch;
    }

    public static string Write(ShowGraph.View view, Frame frame)
    {
        var named = view.Nodes.Count <= ShowGraph.MostNamed;
        var top = Margin + BandHeight + 8 + (frame.IsAlone ? 78 : 0);
        var (pitch, rowPitch) = named ? (Pitch, RowPitch) : (SmallPitch, SmallRowPitch);
        var bottom = top + view.Rows * rowPitch + 10;
        // wide enough for the title and the legend of a file
        var sheet = new Sheet(pitch, rowPitch, named ? BoxWidth : 12, named ? BoxHeight : 10, named, top, Math.Max(frame.IsAlone ? 1080 : 360, view.Columns * pitch + 2 * Margin), bottom);
        var loops = view.Links.Count(l => IsLoop(l));
        var height = bottom + (loops == 0 ? 0 : (Math.Min(loops, MostLoopLanes) + 1) * LoopPitch) + Margin;

        var svg = new StringBuilder(4096 + view.Nodes.Count * 600 + view.Links.Count * 160);
        var (w, h) = (SvgText.Number(sheet.Width), SvgText.Number(height));
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lm-graph{(frame.Zoom == 0 ? " lm-graph-fit" : "")}\" viewBox=\"0 0 {w} {h}\" data-width=\"{w}\" data-height=\"{h}\"");
        if (frame.Zoom > 0) svg.Append($" width=\"{SvgText.Number(sheet.Width * frame.Zoom / 100)}\" height=\"{SvgText.Number(height * frame.Zoom / 100)}\"");
        var title = SvgText.Escape($"{view.Head.Title}（{view.Head.IssueWords}）关系图");
        svg.Append($" role=\"{(frame.HrefOf is null ? "img" : "group")}\" aria-label=\"{title}：{view.Nodes.Count} 种产品，{view.Links.Count} 条关系\" font-family=\"{SvgText.Fonts}\" font-size=\"12\">");
        svg.Append($"<title>{title}</title>");
        Definitions(svg, frame.Prefix);
        if (frame.IsAlone) Heading(svg, view, frame.Prefix, sheet.Width, h);
        Bands(svg, view, sheet);
        Links(svg, view, frame.Prefix, sheet);
        foreach (var (node, i) in view.Nodes.Select((n, i) => (n, i))) Node(svg, node, i, view.Centre == node.Key, frame, sheet);
        return svg.Append("</svg>").ToString();
    }

    private static void Definitions(StringBuilder svg, string prefix)
    {
        svg.Append("<defs>");
        svg.Append($"<pattern id=\"{prefix}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"2\" height=\"6\" fill=\"#c3cad6\"/></pattern>");
        foreach (var meaning in Enum.GetValues<LinkMeaning>().Where(m => m.IsFlow()))
            svg.Append($"<marker id=\"{prefix}-{meaning}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"{Pen(meaning).Colour}\"/></marker>");
        svg.Append("</defs>");
    }

    private static void Heading(StringBuilder svg, ShowGraph.View view, string prefix, double width, string height)
    {
        svg.Append($"<rect width=\"{SvgText.Number(width)}\" height=\"{height}\" fill=\"#fff\"/>");
        svg.Append($"<text x=\"{Margin}\" y=\"38\" font-size=\"20\" font-weight=\"600\" fill=\"#1c2434\">{SvgText.Escape($"{view.Head.Title}（{view.Head.IssueWords}）")}</text>");
        svg.Append($"<text x=\"{Margin}\" y=\"60\" fill=\"#55607a\">{SvgText.Escape($"{view.Head.District} · 数据截至 {Shared.Ui.ChinaTime.DateAndTime(view.Head.AsAt)} · {view.Nodes.Count} 种产品，{view.Links.Count} 条关系")}</text>");
        var x = Margin;
        foreach (var health in HealthMark.All)
        {
            Sign(svg, health, x + 8, 78, prefix);
            svg.Append($"<text x=\"{SvgText.Number(x + 20)}\" y=\"82\" fill=\"#1c2434\">{health.Word()} <tspan fill=\"#55607a\">{health.Meaning()}</tspan></text>");
            x += 36 + 12 * (health.Word().Length + health.Meaning().Length);
        }

        x = Margin;
        foreach (var meaning in Enum.GetValues<LinkMeaning>())
        {
            svg.Append($"<path d=\"M{SvgText.Number(x)} 100h34\" {Stroke(meaning, prefix)}/><text x=\"{SvgText.Number(x + 42)}\" y=\"104\" fill=\"#1c2434\">{meaning.Title()}</text>");
            x += 90;
        }
    }

    private static void Bands(StringBuilder svg, ShowGraph.View view, Sheet sheet)
    {
        foreach (var (band, i) in view.Bands.Select((b, i) => (b, i)))
        {
            var (x, width) = (Margin + band.First * sheet.Pitch, (band.Last - band.First + 1) * sheet.Pitch);
            var y = sheet.Top - BandHeight - 8;
            svg.Append($"<g><title>{SvgText.Escape(band.Stage ?? "未归环节")}</title><rect x=\"{SvgText.Number(x + 2)}\" y=\"{SvgText.Number(y)}\" width=\"{SvgText.Number(width - 4)}\" height=\"{SvgText.Number(sheet.Bottom - y)}\" rx=\"6\" fill=\"{(i % 2 == 0 ? "#eef2f8" : "#f7f9fc")}\"/>");
            svg.Append($"<rect x=\"{SvgText.Number(x + 2)}\" y=\"{SvgText.Number(y)}\" width=\"{SvgText.Number(width - 4)}\" height=\"{BandHeight - 4}\" rx=\"6\" fill=\"#14448f\"/>");
            svg.Append($"<text x=\"{SvgText.Number(x + width / 2)}\" y=\"{SvgText.Number(y + 18)}\" text-anchor=\"middle\" font-size=\"14\" font-weight=\"600\" fill=\"#fff\">{SvgText.Lines(band.Stage ?? "未归环节", Math.Max(1, (width - 12) / 14), 1)[0]}</text></g>");
        }
    }

    private static void Links(StringBuilder svg, ShowGraph.View view, string prefix, Sheet sheet)
    {
        var places = view.Nodes.Select((n, i) => (n, i)).ToDictionary(n => n.n.Key, n => (n.n.Column, n.n.Row, Index: n.i), StringComparer.Ordinal);
        var lane = 0;
        var few = sheet.IsNamed;
        foreach (var kind in view.Links.GroupBy(l => l.Meaning).OrderBy(g => g.Key))
        {
            svg.Append($"<g {Stroke(kind.Key, prefix, few)} opacity=\"{(few ? "0.75" : "0.4")}\">");
            foreach (var link in kind.OrderBy(l => Math.Abs(places[l.From].Column - places[l.To].Column)))
            {
                var (from, to) = (places[link.From], places[link.To]);
                var path = Path(sheet.X(from.Column), sheet.Y(from.Row), sheet.X(to.Column), sheet.Y(to.Row), link, sheet, IsLoop(link) ? lane++ : 0);
                svg.Append(few ? $"<path data-ends=\"{from.Index} {to.Index}\" d=\"{path}\"/>" : $"<path d=\"{path}\"/>");
            }

            svg.Append("</g>");
        }
    }

    private static bool IsLoop(ShowGraph.LinkView link) => link.Course == LinkCourse.Back && link.Meaning.IsFlow();

    private static string Path(double x1, double y1, double x2, double y2, ShowGraph.LinkView link, Sheet sheet, int lane)
    {
        var half = sheet.BoxWidth / 2;
        if (IsLoop(link))
        {
            // out to the right, down, along below everything, up again from the left
            var (below, out1, in1) = (sheet.Bottom + (lane % MostLoopLanes + 1) * LoopPitch, x1 + half, x2 - half);
            var bend = Math.Min(18, sheet.Pitch / 2 - half);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{out1:0.#} {y1:0.#}C{out1 + bend:0.#} {y1:0.#} {out1 + bend:0.#} {y1 + 14:0.#} {out1 + bend:0.#} {y1 + 14:0.#}V{below - 8:0.#}Q{out1 + bend:0.#} {below:0.#} {out1 + bend - 8:0.#} {below:0.#}H{in1 - bend + 8:0.#}Q{in1 - bend:0.#} {below:0.#} {in1 - bend:0.#} {below - 8:0.#}V{y2 + 14:0.#}Q{in1 - bend:0.#} {y2:0.#} {in1:0.#} {y2:0.#}");
        }

        if (link.Course == LinkCourse.Beside)
        {
            var out1 = x1 + half;
            var bulge = Math.Min(sheet.Pitch - sheet.BoxWidth - 4, 10 + Math.Abs(y2 - y1) / 16);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{out1:0.#} {y1:0.#}C{out1 + bulge:0.#} {y1:0.#} {out1 + bulge:0.#} {y2:0.#} {out1:0.#} {y2:0.#}");
        }

        if (x2 < x1) (x1, y1, x2, y2) = (x2, y2, x1, y1);
        var (from, to) = (x1 + half, x2 - half);
        var middle = Math.Min((to - from) / 2, 90);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{from:0.#} {y1:0.#}C{from + middle:0.#} {y1:0.#} {to - middle:0.#} {y2:0.#} {to:0.#} {y2:0.#}");
    }

    private static void Node(StringBuilder svg, ShowGraph.NodeView node, int index, bool isCentre, Frame frame, Sheet sheet)
    {
        var (x, y) = (sheet.X(node.Column) - sheet.BoxWidth / 2, sheet.Y(node.Row) - sheet.BoxHeight / 2);
        var says = SvgText.Escape($"{node.Name}：{node.Stage ?? "未归环节"}，{node.Kind}，健康度 {node.Word}，{(node.Makers == 0 ? "名册中没有企业生产" : $"生产企业 {node.Makers} 家")}");
        svg.Append(frame.HrefOf is { } hrefOf ? $"<a class=\"lm-node\" data-node=\"{index}\" href=\"{SvgText.Escape(hrefOf(node.Key))}\"{(sheet.IsNamed ? "" : $" aria-label=\"{says}\"")}>" : "<g>");
        svg.Append($"<title>{says}</title>");
        if (sheet.IsNamed) Box(svg, node, x, y, isCentre, frame.Prefix);
        else
        {
            if (isCentre || node.IsFound) svg.Append($"<circle cx=\"{SvgText.Number(x + 6)}\" cy=\"{SvgText.Number(y + 5)}\" r=\"8\" fill=\"#fff4d6\" stroke=\"#f0a500\" stroke-width=\"2\"/>");
            Sign(svg, node.Health, x + 6, y + 5, frame.Prefix, 0.75);
        }

        svg.Append(frame.HrefOf is null ? "</g>" : "</a>");
    }

    private static void Box(StringBuilder svg, ShowGraph.NodeView node, double x, double y, bool isCentre, string prefix)
    {
        var (left, top) = (SvgText.Number(x), SvgText.Number(y));
        var edge = isCentre || node.IsFound ? "stroke=\"#f0a500\" stroke-width=\"3\"" : node.Health switch
        {
            Health.Broken => "stroke=\"#b3261e\" stroke-width=\"2\"",
            Health.Weak => "stroke=\"#8a5a00\" stroke-width=\"1.5\" stroke-dasharray=\"7 3\"",
            Health.Unknown => "stroke=\"#7a8599\" stroke-width=\"1\" stroke-dasharray=\"2 2\"",
            _ => $"stroke=\"{node.Health.Colour()}\" stroke-width=\"1\"",
        };
        svg.Append($"<rect x=\"{left}\" y=\"{top}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"4\" fill=\"#fff\" {edge}/>");
        svg.Append($"<rect x=\"{SvgText.Number(x + 2)}\" y=\"{SvgText.Number(y + 2)}\" width=\"{Strip - 2}\" height=\"{BoxHeight - 4}\" rx=\"2\" fill=\"{(node.Health == Health.Unknown ? $"url(#{prefix}-hatch)" : "#fff")}\"/>");
        Sign(svg, node.Health, x + 16, y + 11, prefix, 0.85);
        svg.Append($"<text x=\"{SvgText.Number(x + 16)}\" y=\"{SvgText.Number(y + 31)}\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"600\" fill=\"{(node.Health == Health.Unknown ? "#1c2434" : node.Health.Colour())}\">{node.Word}</text>");
        var lines = SvgText.Lines(node.Name, (BoxWidth - Strip - 8) / 12, 2);
        for (var i = 0; i < lines.Count; i++)
            svg.Append($"<text x=\"{SvgText.Number(x + Strip + 4)}\" y=\"{SvgText.Number(y + (lines.Count == 1 ? 22 : 15 + 15 * i))}\" fill=\"#1c2434\">{lines[i]}</text>");
    }

    /// <summary>A shape of its own for each health, about 16 wide.</summary>
    internal static void Sign(StringBuilder svg, Health health, double x, double y, string prefix, double scale = 1)
    {
        var fill = health.Colour();
        var (shape, paint) = health switch
        {
            Health.Broken => ("M-6-6 6 6M6-6-6 6", $"fill=\"none\" stroke=\"{fill}\" stroke-width=\"3\" stroke-linecap=\"round\""),
            Health.Weak => ("M0-7 7 6H-7z", $"fill=\"#fff4d6\" stroke=\"{fill}\" stroke-width=\"1.75\""),
            Health.Sound => ("M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", $"fill=\"{fill}\""),
            Health.Strong => ("M0-8 2.2-2.6 8-2.2 3.6 1.6 5 7.4 0 4.2-5 7.4-3.6 1.6-8-2.2-2.2-2.6z", $"fill=\"{fill}\""),
            _ => ("M-6-6H6V6H-6z", $"fill=\"url(#{prefix}-hatch)\" stroke=\"{fill}\" stroke-width=\"1.25\" stroke-dasharray=\"2 1.5\""),
        };
        svg.Append($"<path d=\"{shape}\" transform=\"translate({SvgText.Number(x)} {SvgText.Number(y)}){(scale == 1 ? "" : $" scale({SvgText.Number(scale)})")}\" {paint}/>");
    }

    private static (string Colour, string Dash, string Width) Pen(LinkMeaning meaning) => meaning switch
    {
        LinkMeaning.InputOf => ("#4a5872", "", "1.2"),
        LinkMeaning.ByProductOf => ("#17663a", "8 4", "1.5"),
        LinkMeaning.SubstituteOf => ("#8a4b00", "2 4", "1.75"),
        _ => ("#6a3f9a", "10 3 2 3", "1.2"),
    };

    private static string Stroke(LinkMeaning meaning, string prefix, bool withArrow = true)
    {
        var (colour, dash, width) = Pen(meaning);
        return $"fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{(dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "")}{(withArrow && meaning.IsFlow() ? $" marker-end=\"url(#{prefix}-{meaning})\"" : "")}";
    }
}
