using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>For the administrator: the accounts, and that a district needs somebody to import its roster.</summary>
internal sealed class AccountsWork(AppDb db, DistrictNames districts, Actor actor) : WorkSource
{
    public override int Order => 91;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(AccountsCapability.Manage)) return;
        var accounts = await db.Users.CountAsync(cancellation);
        if (accounts < 2 && (await districts.AllAsync()).Count > 0)
            board.Wait(new("邀请联盟书记", "由书记导入本区企业名册", "/accounts/invite", WorkUrgency.ToDo));
        board.Count(new("账号", accounts, "个", "/accounts", "含已停用的账号。"));
    }
}
