using Microsoft.AspNetCore.Components;

namespace LianMeng.Shared.Ui;

/// <summary>One column of a <see cref="DataTable{TRow}"/>; draws nothing itself.</summary>
public sealed class Column<TRow> : ComponentBase
{
    [CascadingParameter] private DataTable<TRow>? Table { get; set; }

    /// <summary>The heading; an empty one (actions) is read as 操作.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What goes into <c>?sort=</c> (with a leading minus for descending); null when not sortable.</summary>
    [Parameter] public string? SortKey { get; set; }

    [Parameter] public ColumnAlign Align { get; set; }

    [Parameter] public OnPhone OnPhone { get; set; }

    /// <summary>The cell; its context is the row.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow>? ChildContent { get; set; }

    protected override void OnInitialized()
    {
        if (Table is null)
        {
            throw new InvalidOperationException($"A Column must stand inside a DataTable ({Title}).");
        }
        Table.Add(this);
    }
}
