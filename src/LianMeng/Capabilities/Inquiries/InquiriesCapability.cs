using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>A firm's private bill of materials: who makes each line here, inquiries to the chosen makers, their offers side by side.</summary>
public sealed class InquiriesCapability : Capability
{
    public static readonly Permission Use = new("inquiries.use", "维护本企业的物料清单，发出询价，答复询价（只看本企业的）", Role.EnterpriseManager, Role.PurchasingClerk);

    public static readonly Setting UsualDays = new("Inquiries:UsualDays", "询价", "报价截止日默认几天后", "采购方没有写报价截止日时，从发出询价起给供应商多少天。", "天", 7, 1, 60);
    public static readonly Setting MostADay = new("Inquiries:MostADay", "询价", "一家企业每天最多询价", "一家企业一天最多向多少家供应商发出询价；一份询价可以有多行。", "份", 50, 1, 1_000);

    internal const string NoFirm = "您的账号没有关联名册里的企业，不能使用物料清单和询价；请联系联盟书记。";

    public override string Title => "询价比价";

    public override IReadOnlyList<Permission> Permissions => [Use];

    public override IReadOnlyList<Setting> Settings => [UsualDays, MostADay, InquiryRetention.Days];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("物料清单", "/bills", "clipboard-list", "供需", 30, Access.Needs(Use)),
        new("询价", "/inquiries", "send", "供需", 31, Access.Needs(Use)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ImportBillFile>();
        services.AddScoped<InquiryNotices>();
        services.AddMergeRule<BillMergeRule>();
        services.AddMergeRule<InquiryMergeRule>();
        services.AddWorkSource<InquiriesWork>();
        services.AddReaction<AskingFirmLeft>();
        services.AddScheduledJob<InquiryDay>();
        services.AddRetention<InquiryRetention>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListBills>("/api/bills", "物料清单");
        api.Post<MakeBill>("/api/bills", "新建物料清单");
        api.Get<ShowBill>("/api/bills/{id}", "一份物料清单");
        api.Put<RenameBill>("/api/bills/{id}", "修改清单名称");
        api.Delete<RemoveBill>("/api/bills/{id}", "删除物料清单");
        api.List<ListBillLines>("/api/bills/{id}/lines", "物料清单的各行");
        api.Get<ShowBillLine>("/api/bills/{id}/lines/{lineId}", "清单的一行");
        api.Post<AddBillLine>("/api/bills/{id}/lines", "清单增加一行");
        api.Put<EditBillLine>("/api/bills/{id}/lines/{lineId}", "修改清单的一行");
        api.Delete<RemoveBillLine>("/api/bills/{id}/lines/{lineId}", "删去清单的一行");
        api.Get<FindBillMakers>("/api/bills/{id}/makers", "清单每一行谁在做");
        api.Post<SendInquiries>("/api/bills/{id}/inquiries", "向选中的企业询价");
        api.List<ListOffers>("/api/bills/{id}/offers", "比价表");
        api.Post<CloseBill>("/api/bills/{id}/close", "结束清单的全部询价");
        api.List<ListInquiries>("/api/inquiries", "询价");
        api.Get<ShowInquiry>("/api/inquiries/{id}", "一份询价");
        api.Post<AnswerInquiry>("/api/inquiries/{id}/answer", "报价，或修改报价");
        api.Post<DeclineInquiry>("/api/inquiries/{id}/decline", "谢绝询价");
        api.Post<CloseInquiry>("/api/inquiries/{id}/close", "结束一份询价");
        api.Import<ImportBill>();
    }
}
