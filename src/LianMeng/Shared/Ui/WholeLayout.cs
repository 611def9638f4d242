using Microsoft.AspNetCore.Components;

namespace LianMeng.Shared.Ui;

/// <summary>A layout that is drawn whole: the page inside begins when the layout has its answers.</summary>
public abstract class WholeLayout : WholeComponent
{
    [Parameter] public RenderFragment? Body { get; set; }
}
