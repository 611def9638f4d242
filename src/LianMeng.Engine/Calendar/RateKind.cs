namespace LianMeng.Engine.Calendar;

/// <summary>Which rate a row counts in.</summary>
internal enum RateKind
{
    Accepted,
    Acknowledged,
    Answered,
    Rated,
    Satisfied,
    Reopened,
    Repeated,
}
