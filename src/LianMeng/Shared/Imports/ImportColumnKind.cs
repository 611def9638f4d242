namespace LianMeng.Shared.Imports;

/// <summary>What a column holds; decides how the template formats it. Reading is by the accessor the caller uses.</summary>
public enum ImportColumnKind
{
    Text,
    Number,
    List,
    Year,
    Phone,
    Date,
}
