using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>States the stages of the draft in their order. A product of a stage that is no longer there stands on none.</summary>
public sealed class SaveStages(UseCaseContext context) : DraftCommand<SaveStages.Input>(context)
{
    public sealed class Input : DraftInput
    {
        /// <summary>One a line, upstream first: a title, or key：title.</summary>
        [Display(Name = "环节（每行一个，上游在前）"), Required, StringLength(6000)]
        public string? Stages { get; set; }
    }

    /// <summary>As <see cref="Input.Stages"/> is written.</summary>
    internal static string Lines(IEnumerable<AtlasStage> stages) => string.Join('\n', stages.Select(s => s.Key == s.Title ? s.Title : $"{s.Key}：{s.Title}"));

    protected override (AtlasContent? Content, string What, string? Field) Change(Input input, AtlasContent content)
    {
        var stages = new List<AtlasStage>();
        foreach (var line in input.Stages!.Split('\n').Select(ImportText.Clean).Where(l => l.Length > 0))
        {
            var parts = line.Split(['：', ':'], 2);
            // A stage that keeps its title keeps its key, and with it its products.
            var (key, title) = parts.Length == 2 ? (parts[0].Trim(), parts[1].Trim()) : (content.Stages.FirstOrDefault(s => s.Title == line)?.Key ?? line, line);
            if (key.Length is 0 or > AtlasNode.KeyLimit || title.Length is 0 or > AtlasNode.NameLimit) return (null, $"“{ImportText.Shorten(line, 30)}”写得不对：每行一个环节名称（不超过 {AtlasNode.NameLimit} 字），或写成“代号：名称”。", "stages");
            if (stages.Exists(s => s.Key == key || s.Title == title)) return (null, $"环节“{title}”写了两次。", "stages");
            stages.Add(new(key, title));
        }

        var keys = stages.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return (content with { Stages = stages, Nodes = [.. content.Nodes.Select(n => n.Stage is { } stage && !keys.Contains(stage) ? n with { Stage = null } : n)] }, "环节", null);
    }
}
