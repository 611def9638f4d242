using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Files;

/// <summary>Types as people group them.</summary>
public enum FileKind
{
    [Display(Name = "图片")] Picture = 1,
    [Display(Name = "版式文件（PDF、OFD）")] Fixed,
    [Display(Name = "文档")] Document,
    [Display(Name = "表格")] Sheet,
    [Display(Name = "演示")] Slides,
}
