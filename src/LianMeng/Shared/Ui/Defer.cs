using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LianMeng.Shared.Ui;

/// <summary>
/// Renders its content after the siblings before it: children are rendered in the order of the queue, so by then a
/// table's columns have made themselves known.
/// </summary>
public sealed class Defer : ComponentBase
{
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
