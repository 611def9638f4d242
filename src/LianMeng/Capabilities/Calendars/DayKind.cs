using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Calendars;

/// <summary>What a day is.</summary>
public enum DayKind
{
    [Display(Name = "工作日")]
    Working,

    [Display(Name = "周末")]
    Weekend,

    [Display(Name = "放假")]
    Holiday,

    [Display(Name = "调休上班")]
    Worked,
}
