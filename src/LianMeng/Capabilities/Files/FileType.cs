using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Files;

/// <summary>What a file is, found by its content and never by its name. Nothing else is taken.</summary>
public enum FileType
{
    [Display(Name = "JPEG 图片")] Jpeg = 1,
    [Display(Name = "PNG 图片")] Png,
    [Display(Name = "WebP 图片")] WebP,
    [Display(Name = "GIF 图片")] Gif,
    [Display(Name = "PDF")] Pdf,
    [Display(Name = "OFD 版式文件")] Ofd,
    [Display(Name = "Word 文档")] Docx,
    [Display(Name = "Excel 表格")] Xlsx,
    [Display(Name = "PowerPoint 演示")] Pptx,
    [Display(Name = "Word/WPS 文档（旧格式）")] Doc,
    [Display(Name = "Excel 表格（旧格式）")] Xls,
    [Display(Name = "PowerPoint 演示（旧格式）")] Ppt,
    [Display(Name = "文本")] Text,
    [Display(Name = "文本")] TextGb,
    [Display(Name = "CSV 表格")] Csv,
    [Display(Name = "CSV 表格")] CsvGb,
}
