namespace LianMeng.Tests.World;

/// <summary>Words that stand in every text of the foreign district and must never be seen outside it.</summary>
public static class Canary
{
    public const string Name = "重庆金丝雀甲乙铝业有限公司";
    public const string Address = "金丝雀地址路8号";
    public const string Park = "金丝雀园区";
    public const string Makes = "金丝雀再生铝锭";
    public const string Buys = "金丝雀废铝";
    public const string ByProduct = "金丝雀铝灰";
    public const string Qualification = "金丝雀资质";
    public const string Contact = "金丝雀经理";
    public const string Phone = "13983007707";
    public const string Chain = "金丝雀产业链";
    public const string FileName = "金丝雀名册.csv";
    public const string ListingsFileName = "金丝雀供需.csv";
    public const string AttachmentName = "金丝雀资质证书.txt";
    public const string Pinyin = "jinsique";

    public const string Unit = "金丝雀桶";

    /// <summary>Of a listing that the whole city sees, save these: yuan per unit, and a quantity.</summary>
    public const decimal Price = 77771.5m;
    public const decimal Quantity = 313133.25m;

    /// <summary>The invented bird, by which nearly all of them are found.</summary>
    public const string Bird = "金丝雀";

    public static IReadOnlyList<string> All { get; } = [Bird, Phone, Pinyin, "77771.5", "77,771.5", "313133.25", "313,133.25", TestCodes.Uscc(900, "500107")];
}
