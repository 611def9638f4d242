using System.Globalization;

namespace LianMeng.Bench;

/// <summary>Two halves of the questions: parameters are chosen on the first, what is reported stands on the second.</summary>
static class Halves
{
    public static bool IsChosenOn(int question) => question % 2 == 0;

    public static string Say(double chosenOn, double reportedOn) => string.Create(CultureInfo.InvariantCulture, $"{chosenOn:F4} | {reportedOn:F4}");
}
