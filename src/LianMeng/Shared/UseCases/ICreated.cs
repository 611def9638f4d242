namespace LianMeng.Shared.UseCases;

/// <summary>The result of a command that made a record: answered with 201 and its address.</summary>
public interface ICreated
{
    Guid Id { get; }

    [System.Text.Json.Serialization.JsonIgnore]
    string Location { get; }
}
