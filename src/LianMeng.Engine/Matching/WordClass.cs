namespace LianMeng.Engine.Matching;

/// <summary>What a word of <see cref="DemandWords"/> does to the reading of a demand.</summary>
enum WordClass
{
    /// <summary>An ordinary part of a product's name; listed so that a shorter stop word inside it is not found.</summary>
    Name,
    /// <summary>"求购": what follows is wanted.</summary>
    Want,
    /// <summary>Talk around the product; ends a phrase.</summary>
    Talk,
    /// <summary>"和", "或": the next phrase is a further thing asked for.</summary>
    Further,
    /// <summary>"用于": up to the next stop it says what for, not what.</summary>
    Purpose,
    /// <summary>"要求", "要有": the rest of the clause is a condition on the supplier, not a product.</summary>
    Condition,
    /// <summary>"送到", "地址": the rest of the clause is neither.</summary>
    Aside,
    /// <summary>Where, not what; ends a phrase.</summary>
    Place,
    /// <summary>"资质": what stands before it is asked of the firm, not of the product.</summary>
    Qualification,
    /// <summary>"我公司": says who asks, not what.</summary>
    Self,
    /// <summary>Adds nothing to a product's name ("系列", "优质").</summary>
    Fluff,
    /// <summary>Says little, but not nothing ("精密", "服务").</summary>
    Mild,
    /// <summary>Alone means little, but behind a name makes it another thing ("设备", "配件").</summary>
    Weak,
}
