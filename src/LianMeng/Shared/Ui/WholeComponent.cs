using Microsoft.AspNetCore.Components;

namespace LianMeng.Shared.Ui;

/// <summary>
/// A component that is drawn once, when everything it asked for is there. The framework's own draws a first time while its
/// questions are still out: on SQLite they are answered at once and nobody notices, on PostgreSQL a page would be drawn from
/// nothing, and its inner components would ask the same data context in the middle of the outer one's question.
/// </summary>
public abstract class WholeComponent : ComponentBase
{
    private bool initialised;

    [Inject] private PageTurn Turn { get; set; } = null!;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this); // before the first await: the view is good only until then
        // The turn is over before anything is drawn: what stands inside takes its own.
        await Turn.RunAsync(AskAsync);
        StateHasChanged();
    }

    private async Task AskAsync()
    {
        if (!initialised)
        {
            initialised = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
    }
}
