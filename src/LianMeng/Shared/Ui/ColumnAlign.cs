namespace LianMeng.Shared.Ui;

/// <summary>Where a column's text stands; numbers stand at the end so that digits line up.</summary>
public enum ColumnAlign
{
    Start,
    Center,
    End,
}
