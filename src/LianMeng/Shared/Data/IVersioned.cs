namespace LianMeng.Shared.Data;

/// <summary>A row that people edit: its version changes with every save, and a save against an older version is a conflict.</summary>
public interface IVersioned
{
    Guid Version { get; }
}
