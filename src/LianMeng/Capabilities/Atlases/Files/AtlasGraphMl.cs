using System.Globalization;
using System.Text;
using System.Xml;
using LianMeng.Capabilities.Chains.Public;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>
/// An atlas as GraphML (graphml.graphdrawing.org, 1.0), as Gephi and yEd read it: the name of a product is its label. Files of those
/// programs are read too: labels from <c>label</c> or yEd's <c>y:NodeLabel</c>, meanings from <c>meaning</c> or the label of the edge.
/// </summary>
internal static class AtlasGraphMl
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string Name, string Type)[] NodeKeys =
    [
        ("n_label", "label", "string"), ("n_aliases", "aliases", "string"), ("n_kind", "kind", "string"), ("n_stage", "stage", "string"), ("n_stage_title", "stageTitle", "string"), ("n_stage_order", "stageOrder", "int"),
        ("n_unit", "unit", "string"), ("n_tax", "taxCode", "string"), ("n_price", "referencePrice", "double"), ("n_source", "source", "string"), ("n_as_of", "asOf", "string"),
    ];

    private static readonly (string Id, string Name, string Type)[] EdgeKeys =
        [("e_label", "label", "string"), ("e_meaning", "meaning", "string"), ("e_coefficient", "coefficient", "double"), ("e_unit", "coefficientUnit", "string"), ("e_share", "share", "double"), ("e_source", "source", "string"), ("e_as_of", "asOf", "string")];

    public static async Task WriteAsync(Stream output, AtlasContent content, CancellationToken cancellation)
    {
        // Written to memory first: an XmlWriter flushes as it likes, and the answer may not be written synchronously.
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), Indent = true })) Write(xml, content);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellation);
    }

    private static void Write(XmlWriter xml, AtlasContent content)
    {
        var stages = content.Stages.Select((s, at) => (s, at)).ToDictionary(s => s.s.Key, StringComparer.Ordinal);
        xml.WriteStartElement("graphml", Space);
        foreach (var (domain, keys) in new[] { ("node", NodeKeys), ("edge", EdgeKeys) })
        {
            foreach (var (id, name, type) in keys)
            {
                xml.WriteStartElement("key", Space);
                xml.WriteAttributeString("id", id);
                xml.WriteAttributeString("for", domain);
                xml.WriteAttributeString("attr.name", name);
                xml.WriteAttributeString("attr.type", type);
                xml.WriteEndElement();
            }
        }

        xml.WriteStartElement("graph", Space);
        xml.WriteAttributeString("id", "atlas");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in content.Nodes)
        {
            xml.WriteStartElement("node", Space);
            xml.WriteAttributeString("id", node.Key);
            var stage = node.Stage is { } key ? stages[key] : default;
            Data(xml, NodeKeys, node.Name, string.Join('、', node.Aliases), node.Kind.Title(), node.Stage, stage.s?.Title, stage.s is null ? null : Number(stage.at), node.Unit, node.TaxCode, Number(node.ReferencePrice), node.Source, Day(node.AsOf));
            xml.WriteEndElement();
        }

        foreach (var link in content.Links)
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("source", link.From);
            xml.WriteAttributeString("target", link.To);
            Data(xml, EdgeKeys, link.Meaning.Title(), link.Meaning.ToString(), Number(link.Coefficient), link.CoefficientUnit, Number(link.Share), link.Source, Day(link.AsOf));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, (string Id, string Name, string Type)[] keys, params string?[] values)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (string.IsNullOrEmpty(values[i])) continue;
            xml.WriteStartElement("data", Space);
            xml.WriteAttributeString("key", keys[i].Id);
            xml.WriteString(values[i]);
            xml.WriteEndElement();
        }
    }

    /// <param name="file">the file</param>
    /// <param name="bounded">false where only a part of it will be kept, so that it may hold more than an atlas does</param>
    /// <exception cref="AtlasFileException">no GraphML, or too large</exception>
    public static AtlasContent Read(Stream file, bool bounded)
    {
        // A file of a million nodes is refused while it is read, not after it filled the memory.
        var most = bounded ? (Nodes: AtlasContent.MostNodes, Links: AtlasContent.MostLinks) : (Nodes: 200_000, Links: 400_000);
        var draft = new AtlasDraft();
        var (stages, links) = (new SortedDictionary<(int, string), string>(), new List<AtlasLink>());
        var nodes = new List<AtlasNode>();
        try
        {
            using var xml = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = AtlasFile.MostBytes });
            xml.MoveToContent();
            if (xml.LocalName != "graphml") throw new AtlasFileException("这是 XML，但不是 GraphML（根元素应为 graphml）。");
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.Depth > 32) throw new AtlasFileException("GraphML 的嵌套太深，请从 Gephi 或 yEd 重新导出。");
                if (xml.LocalName == "key" && xml.GetAttribute("id") is { } id) names[id] = xml.GetAttribute("attr.name") ?? id;
                else if (xml.LocalName == "node")
                {
                    var (key, said) = (xml.GetAttribute("id"), Said(xml, names));
                    var where = $"节点“{key}”";
                    if (said.GetValueOrDefault("stage") is { } stage && said.GetValueOrDefault("stageTitle") is { } title) stages[((int)(AtlasWords.Number(said.GetValueOrDefault("stageOrder"), where, "环节次序") ?? 0), stage)] = title;
                    nodes.Add(new()
                    {
                        Key = key ?? "", Name = said.GetValueOrDefault("label") ?? said.GetValueOrDefault("name") ?? key ?? "", Aliases = Shared.Imports.ImportText.Split(said.GetValueOrDefault("aliases") ?? ""),
                        Kind = AtlasWords.Kind(said.GetValueOrDefault("kind"), where), Stage = said.GetValueOrDefault("stage"), Unit = said.GetValueOrDefault("unit"), TaxCode = said.GetValueOrDefault("taxCode"),
                        ReferencePrice = AtlasWords.Number(said.GetValueOrDefault("referencePrice"), where, "参考价"), Source = said.GetValueOrDefault("source"), AsOf = AtlasWords.Day(said.GetValueOrDefault("asOf"), where),
                    });
                    if (nodes.Count > most.Nodes) throw new AtlasFileException($"GraphML 里的节点超过 {most.Nodes} 个，没有读完；请按环节分成几张图谱，或填写起点产品和步数只取一部分。");
                }
                else if (xml.LocalName == "edge")
                {
                    var (from, to, said) = (xml.GetAttribute("source"), xml.GetAttribute("target"), Said(xml, names));
                    var where = $"连线“{from} → {to}”";
                    var (meaning, turned) = AtlasWords.Meaning(said.GetValueOrDefault("meaning") ?? said.GetValueOrDefault("label"), where);
                    if (turned) (from, to) = (to, from);
                    links.Add(new(from ?? "", to ?? "", meaning, AtlasWords.Number(said.GetValueOrDefault("coefficient"), where, "单耗"), said.GetValueOrDefault("coefficientUnit"), AtlasWords.Number(said.GetValueOrDefault("share"), where, "占比"), said.GetValueOrDefault("source"), AtlasWords.Day(said.GetValueOrDefault("asOf"), where)));
                    if (links.Count > most.Links) throw new AtlasFileException($"GraphML 里的连线超过 {most.Links} 条，没有读完；请按环节分成几张图谱，或填写起点产品和步数只取一部分。");
                }
            }
        }
        catch (XmlException e)
        {
            throw new AtlasFileException($"GraphML 第 {e.LineNumber} 行读不出来，文件可能不完整；请从 Gephi 或 yEd 重新导出。", e);
        }

        foreach (var ((_, key), title) in stages) draft.Stage(key, title);
        foreach (var node in nodes) draft.Node(node);
        foreach (var link in links) draft.Link(link);
        return draft.Content;
    }

    /// <summary>The data of the node or edge the reader stands on, by the names of their keys; yEd's labels under "label".</summary>
    private static Dictionary<string, string> Said(XmlReader xml, Dictionary<string, string> names)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        if (xml.IsEmptyElement) return said;
        var depth = xml.Depth;
        string? name = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName == "data") name = xml.GetAttribute("key") is { } key ? names.GetValueOrDefault(key, key) : null;
                else if (xml.LocalName is "NodeLabel" or "EdgeLabel") name = "label";
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && name is not null && xml.Value.Trim() is { Length: > 0 } text)
            {
                said.TryAdd(name, text);
            }
        }

        return said;
    }

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
