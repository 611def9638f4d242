namespace LianMeng.Tests.World;

/// <summary>Valid codes by number, different for different numbers.</summary>
public static class TestCodes
{
    public static string Uscc(int number, string region = "500151")
        => LianMeng.Engine.Standards.Uscc.Create('9', '1', region, $"MA5{number:00000}").Value;
}
