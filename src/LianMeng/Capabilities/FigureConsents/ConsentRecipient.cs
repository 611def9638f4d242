using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>What kind of body may see a firm's figures.</summary>
public enum ConsentRecipient
{
    /// <summary>Another organisation of the district: a customer, a bank.</summary>
    [Display(Name = "一家单位")] Organisation = 1,

    /// <summary>链办: the district's officers who may see private needs. They belong to no organisation of the register.</summary>
    [Display(Name = "区县产业链工作机构")] ChainOffice = 2,
}
