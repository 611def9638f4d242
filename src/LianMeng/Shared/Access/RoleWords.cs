using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace LianMeng.Shared.Access;

public static class RoleWords
{
    /// <summary>The Chinese name of a post.</summary>
    public static string Title(this Role role)
        => typeof(Role).GetField(role.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? role.ToString();
}
