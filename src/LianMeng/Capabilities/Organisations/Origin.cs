namespace LianMeng.Capabilities.Organisations;

/// <summary>Where a detail comes from: how, when (UTC) and by whom.</summary>
/// <param name="By">the person; null for the program itself</param>
public sealed record Origin(DataSource Source, DateTime At, Guid? By = null);
