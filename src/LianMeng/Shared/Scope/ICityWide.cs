namespace LianMeng.Shared.Scope;

/// <summary>Reference data and accounts of the whole city: not fenced by district, guarded by the use cases' access rules.</summary>
public interface ICityWide;
