using LianMeng.Host;

return await Verbs.RunAsync(args);

/// <summary>The one shipped program: web, API, jobs and console verbs.</summary>
public partial class Program;
