using System.IO.Compression;
using System.Text;
using LianMeng.Capabilities.Files;

namespace LianMeng.Tests.Capabilities.Files;

/// <summary>The beginnings of all kinds of files, made here.</summary>
internal static class Samples
{
    public static IEnumerable<(string Name, byte[] Content, FileType Type)> Taken()
    {
        yield return ("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, .. "JFIF"u8, .. new byte[50]], FileType.Jpeg);
        yield return ("照片.png", World.Pictures.Png, FileType.Png);
        yield return ("动图.gif", [.. "GIF89a"u8, .. new byte[20]], FileType.Gif);
        yield return ("图.webp", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8, .. new byte[20]], FileType.WebP);
        yield return ("证书.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray(), FileType.Pdf);
        yield return ("公文.ofd", Zip("OFD.xml", "Doc_0/Document.xml"), FileType.Ofd);
        yield return ("方案.docx", Zip("[Content_Types].xml", "word/document.xml"), FileType.Docx);
        yield return ("报价.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), FileType.Xlsx);
        yield return ("介绍.pptx", Zip("[Content_Types].xml", "ppt/presentation.xml"), FileType.Pptx);
        yield return ("方案.wps", Ole("WordDocument"), FileType.Doc);
        yield return ("报价.xls", Ole("Workbook"), FileType.Xls);
        yield return ("介绍.dps", Ole("PowerPoint Document"), FileType.Ppt);
        yield return ("说明.txt", "含铁不超过百分之一"u8.ToArray(), FileType.Text);
        yield return ("说明.txt", Gb("含铁不超过百分之一，表面无油污"), FileType.TextGb);
        yield return ("清单.csv", "品名,数量\n铝锭,3\n"u8.ToArray(), FileType.Csv);
        yield return ("清单.csv", Gb("品名,数量\n铝锭,3\n"), FileType.CsvGb);
        yield return ("改了名.exe", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[50]], FileType.Jpeg); // what it is counts, not what it is called
    }

    /// <param name="Word">that the refusal must hold</param>
    public static IEnumerable<(string Name, byte[] Content, string Word)> Refused()
    {
        yield return ("空.txt", [], "空");
        yield return ("照片.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[20]], "HEIC");
        yield return ("录像.mp4", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[20]], "视频");
        yield return ("扫描.tif", "II*\0        "u8.ToArray(), "TIFF");
        yield return ("资料.zip", Zip("a.txt"), "压缩包");
        yield return ("资料.docx", Zip("a.txt"), "压缩包");
        yield return ("资料.rar", "Rar!\u001a\u0007\u0001\0"u8.ToArray(), "压缩包");
        yield return ("资料.7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "压缩包");
        yield return ("宏.xlsm", Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "宏");
        yield return ("宏.doc", Ole("WordDocument", "Macros"), "宏");
        yield return ("宏.jpg", Ole("Workbook", "_VBA_PROJECT_CUR"), "宏");
        yield return ("加密.xlsx", Ole("EncryptedPackage"), "密码");
        yield return ("安装.msi", Ole("Installer"), "认不出");
        yield return ("坏的.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "损坏");
        yield return ("坏的.docx", [.. "PK\u0003\u0004"u8, .. new byte[200]], "不正常");
        yield return ("程序.exe", "MZ\u0090\0\u0003"u8.ToArray(), "程序");
        yield return ("照片.jpg", "MZ\u0090\0\u0003"u8.ToArray(), "程序");
        yield return ("程序", "\u007fELF\u0002\u0001"u8.ToArray(), "程序");
        yield return ("脚本.txt", "#!/bin/sh\nrm -rf /\n"u8.ToArray(), "程序");
        yield return ("脚本.bat", "del /q *.*\r\n"u8.ToArray(), "程序");
        yield return ("网页.txt", "<!DOCTYPE html><html><script>alert(1)</script>"u8.ToArray(), "网页");
        yield return ("网页.csv", "a,b\n1,<script>alert(1)</script>"u8.ToArray(), "网页");
        yield return ("图标.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "SVG");
        yield return ("图标.svg", "\uFEFF \n<?xml version='1.0'?><svg/>"u8.ToArray(), "SVG");
        yield return ("文字.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("铝锭")], "UTF-16");
        yield return ("什么.bin", [1, 2, 3, 4, 5], "认不出");
        yield return ("文字.log", "一段文字"u8.ToArray(), ".txt");
        yield return ("压缩炸弹.docx", Bomb(), "不正常");
    }

    public static byte[] Zip(params string[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries) zip.CreateEntry(entry).Open().Dispose();
        return file.ToArray();
    }

    private static byte[] Bomb()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml").Open().Dispose();
            using var entry = zip.CreateEntry("word/document.xml").Open();
            for (var i = 0; i < 64; i++) entry.Write(new byte[1 << 20]);
        }

        return file.ToArray();
    }

    /// <summary>A compound file with a header, one sector of its table and one of its directory.</summary>
    public static byte[] Ole(params string[] streams)
    {
        var file = new byte[512 * 3];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file, 0);
        file[30] = 9; // sectors of 512 bytes
        BitConverter.TryWriteBytes(file.AsSpan(48), 1u); // the directory is in sector 1
        for (var i = 0; i < 109; i++) BitConverter.TryWriteBytes(file.AsSpan(76 + 4 * i), i == 0 ? 0u : uint.MaxValue);
        BitConverter.TryWriteBytes(file.AsSpan(512), 0xFFFFFFFD);
        BitConverter.TryWriteBytes(file.AsSpan(516), 0xFFFFFFFE); // and ends there
        foreach (var (name, i) in streams.Prepend("Root Entry").Select((name, i) => (name, i)))
        {
            var entry = file.AsSpan(1024 + 128 * i, 128);
            Encoding.Unicode.GetBytes(name, entry);
            entry[64] = (byte)(2 * name.Length + 2);
            entry[66] = (byte)(i == 0 ? 5 : 2);
        }

        return file;
    }

    private static byte[] Gb(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
}
