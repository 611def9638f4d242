using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace LianMeng.Shared.Documents;

/// <summary>
/// Writes a Word document in the layout of 党政机关公文格式 (GB/T 9704-2012): A4, its margins, 小标宋 22 pt, 黑体 and 仿宋 16 pt, 28 pt
/// lines. A .docx is a zip of a few XML parts (ECMA-376); writing them takes no package, as for workbooks.
/// </summary>
public static class WordWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string FangSong = "仿宋_GB2312", Hei = "黑体", SmallTitle = "方正小标宋简体";

    /// <summary>Twentieths of a point: A4, margins 37/35/28/26 mm, and what is left between them.</summary>
    private const int Width = 11906, Height = 16838, Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Between = Width - Left - Right;

    public static async Task WriteAsync(Stream output, IReadOnlyList<WordBlock> blocks, CancellationToken cancellation)
    {
        using var packed = new MemoryStream();
        await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            await PartAsync(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", cancellation);
            await PartAsync(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""", cancellation);
            await PartAsync(zip, "word/document.xml", DocumentOf(blocks), cancellation);
        }

        packed.Position = 0;
        await packed.CopyToAsync(output, cancellation);
    }

    private static async Task PartAsync(ZipArchive zip, string name, string xml, CancellationToken cancellation)
    {
        await using var part = await zip.CreateEntry(name).OpenAsync(cancellation);
        await part.WriteAsync(Encoding.UTF8.GetBytes((xml.StartsWith("<?xml", StringComparison.Ordinal) ? "" : """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""") + xml), cancellation);
    }

    private static string DocumentOf(IReadOnlyList<WordBlock> blocks)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("w", "document", W);
            xml.WriteStartElement("body", W);
            foreach (var block in blocks) Write(xml, block);
            xml.WriteStartElement("sectPr", W);
            Empty(xml, "pgSz", ("w", Width), ("h", Height));
            Empty(xml, "pgMar", ("top", Top), ("right", Right), ("bottom", Bottom), ("left", Left), ("header", 851), ("footer", 992), ("gutter", 0));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Write(XmlWriter xml, WordBlock block)
    {
        switch (block)
        {
            case WordBlock.Title title: Paragraph(xml, title.Text, SmallTitle, 44, align: "center", after: 280); break;
            case WordBlock.Heading heading: Paragraph(xml, heading.Text, Hei, 32, indent: 640, keep: true); break;
            case WordBlock.Paragraph paragraph: Paragraph(xml, paragraph.Text, FangSong, 32, indent: 640); break;
            case WordBlock.Signature signature: Paragraph(xml, signature.Text, FangSong, 32, align: "right"); break;
            case WordBlock.Table table: Table(xml, table); break;
        }
    }

    /// <param name="halfPoints">size of the characters</param>
    /// <param name="indent">of the first line, twentieths of a point</param>
    private static void Paragraph(XmlWriter xml, string text, string font, int halfPoints, string? align = null, int indent = 0, int after = 0, bool keep = false, int line = 560)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        if (keep) xml.WriteElementString("keepNext", W, null);
        Empty(xml, "spacing", ("before", 0), ("after", after), ("line", line));
        if (indent > 0) Empty(xml, "ind", ("firstLine", indent));
        if (align is not null) Value(xml, "jc", align);
        xml.WriteEndElement();
        var first = true;
        foreach (var piece in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Run(xml, piece, font, halfPoints, lineBreak: !first);
            first = false;
        }

        xml.WriteEndElement();
    }

    private static void Run(XmlWriter xml, string text, string font, int halfPoints, bool lineBreak)
    {
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("rPr", W);
        xml.WriteStartElement("rFonts", W);
        foreach (var script in new[] { "ascii", "hAnsi" }) xml.WriteAttributeString(script, W, "Times New Roman");
        xml.WriteAttributeString("eastAsia", W, font);
        xml.WriteEndElement();
        Value(xml, "sz", halfPoints.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        if (lineBreak) xml.WriteElementString("br", W, null);
        xml.WriteStartElement("t", W);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        // What XML cannot hold (control characters from a pasted text) is left out.
        xml.WriteString(string.Concat(text.EnumerateRunes().Where(r => r.Value is 9 or >= 0x20 and not (0xFFFE or 0xFFFF)).Select(r => r.ToString())));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Table(XmlWriter xml, WordBlock.Table table)
    {
        var column = Between / table.Head.Count;
        xml.WriteStartElement("tbl", W);
        xml.WriteStartElement("tblPr", W);
        Empty(xml, "tblW", ("w", Between), ("type", "dxa"));
        xml.WriteStartElement("tblBorders", W);
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" }) Empty(xml, side, ("val", "single"), ("sz", 4), ("space", 0), ("color", "000000"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("tblGrid", W);
        foreach (var _ in table.Head) Empty(xml, "gridCol", ("w", column));
        xml.WriteEndElement();
        Row(xml, table.Head, column, isHead: true);
        foreach (var row in table.Rows) Row(xml, row, column, isHead: false);
        xml.WriteEndElement();
        Paragraph(xml, "", FangSong, 16, line: 240);
    }

    private static void Row(XmlWriter xml, IReadOnlyList<string> cells, int column, bool isHead)
    {
        xml.WriteStartElement("tr", W);
        xml.WriteStartElement("trPr", W);
        xml.WriteElementString("cantSplit", W, null);
        if (isHead) xml.WriteElementString("tblHeader", W, null);
        xml.WriteEndElement();
        foreach (var cell in cells)
        {
            xml.WriteStartElement("tc", W);
            xml.WriteStartElement("tcPr", W);
            Empty(xml, "tcW", ("w", column), ("type", "dxa"));
            xml.WriteEndElement();
            Paragraph(xml, cell, isHead ? Hei : FangSong, 24, line: 400);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string element, params (string Name, object Value)[] attributes)
    {
        xml.WriteStartElement(element, W);
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, W, Convert.ToString(value, CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string element, string value) => Empty(xml, element, ("val", value));
}
