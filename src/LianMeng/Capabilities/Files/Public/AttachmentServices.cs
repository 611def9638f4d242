namespace LianMeng.Capabilities.Files.Public;

/// <summary>How a capability's manifest says that its records have files.</summary>
public static class AttachmentServices
{
    public static IServiceCollection AddAttachments<T>(this IServiceCollection services) where T : AttachmentRule => services.AddScoped<AttachmentRule, T>();
}
