using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Files;

/// <summary>Tells the administrators how many files of which district have lost their content.</summary>
public sealed class TellFilesMissing(UseCaseContext context, PeopleOf people, DistrictNames districts, NoticeWriter notices) : Command<TellFilesMissing.Input, int>(context)
{
    public sealed class Input
    {
        /// <summary>The fact in the ledger.</summary>
        public long Seq { get; set; }

        [Display(Name = "区县")]
        public Guid DistrictId { get; set; }

        public int Count { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var name = (await districts.AllAsync()).FirstOrDefault(d => d.Id == input.DistrictId).Name ?? "全市";
        var told = (await people.OfRoleAsync(Role.SystemAdministrator, cancellation)).Where(p => p.DistrictId == Actor.WriteDistrict).ToList();
        foreach (var person in told)
            await notices.TellAsync(new(person.UserId, NoticeKind.General, $"{name}有 {input.Count} 个附件的内容丢失", "记录还在，文件在磁盘上找不到了。请检查存储文件夹，并从最近的备份把 files 文件夹放回原处；放回后次日核对会自动恢复正常。", "/files", null, $"files-missing:{input.Seq}"), cancellation);
        return Outcome<int>.Done(told.Count);
    }
}
