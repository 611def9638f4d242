namespace LianMeng.Shared.Jobs;

/// <summary>A command that a reaction wants run, as a job that writes to one district.</summary>
/// <param name="UseCase">a command</param>
/// <param name="Input">of the command's own input type</param>
public sealed record ReactionWork(Guid WriteDistrict, Type UseCase, object Input);
