using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Keeps a question under a name. What answers it at this moment was seen; of what comes later the person is told.</summary>
public sealed class SaveSearch(UseCaseContext context, SavedSearchFinder finder) : Command<SaveSearch.Input, SaveSearch.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "名称"), Required, StringLength(SavedSearch.NameLimit)]
        public string? Name { get; set; }

        [Display(Name = "在哪里找"), Required]
        public SavedSearchPlace? Place { get; set; }

        [Display(Name = "要找的内容"), StringLength(FindMatches.MostText)]
        public string? Text { get; set; }

        /// <summary>Demand or Supply for a match; the kind of a listing.</summary>
        [Display(Name = "方向、类型"), StringLength(SavedSearch.ChoiceLimit)]
        public string? Kind { get; set; }

        [Display(Name = "标的类别"), StringLength(SavedSearch.ChoiceLimit)]
        public string? Subject { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/saved-searches/{Id}";
    }

    // A list's own limit; a longer text it would refuse when it is asked again.
    private const int MostListText = 200;

    public override Access Access => Access.Needs(MatchingCapability.Search);

    public override Budget? Budget => Budget.Matches;

    protected override string? LockName(Input input) => LockOf(Actor);

    internal static string LockOf(Actor actor) => $"saved-searches:{actor.UserId}";

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } user) return Outcome<Created>.Refused("保存的查找是个人的，请用自己的账号登录后保存。");
        var question = new SavedSearchQuestion(input.Place!.Value, input.Text?.Trim() ?? "", input.Kind, input.Place == SavedSearchPlace.Match ? null : input.Subject);
        if (question.Text.Length == 0 && question.Place == SavedSearchPlace.Match) return Outcome<Created>.Invalid("text", "请填写“要找的内容”。");
        if (question.Text.Length > MostListText && question.Place == SavedSearchPlace.Listings) return Outcome<Created>.Invalid("text", $"“要找的内容”最多 {MostListText} 个字。");
        var own = Db.Set<SavedSearch>().OwnOf(Actor);
        if (await own.AnyAsync(s => s.Name == input.Name, cancellation)) return SameName<Created>();
        if (await own.CountAsync(cancellation) >= SavedSearch.MostOfPerson) return Outcome<Created>.Refused($"最多保存 {SavedSearch.MostOfPerson} 个查找；请先在“保存的查找”里删去不再需要的。");
        var (answers, problem) = await finder.FindAsync(question, cancellation);
        if (problem is not null) return Outcome<Created>.Invalid("text", problem);

        var search = SavedSearch.Of(Actor.WriteDistrict, user, input.Name!, question, Now);
        Db.Add(search);
        Db.Add(SavedSearchAnswers.Of(search, answers));
        Record(new SearchSaved(search.Id, user));
        return Outcome<Created>.Done(new(search.Id));
    }

    internal static Outcome<T> SameName<T>() => Outcome<T>.Invalid("name", "已有同名的保存的查找，请换一个名称。");
}
