using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>补充: progress that the firms read, or a word among those who handle it.</summary>
public sealed class NoteDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<NoteDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "补充"), Required, StringLength(DifficultyNote.TextLimit, MinimumLength = 2)]
        public string? Text { get; set; }

        /// <summary>Not for the firms.</summary>
        [Display(Name = "只给承办单位和书记看")]
        public bool Internal { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Read);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var inside = Actor.SeesInside(difficulty);
        if (input.Internal && !inside) return Outcome<Guid>.Invalid("internal", "只有承办单位和书记可以写内部留言。");
        if (!inside && Actor.Speaking(difficulty).Count == 0 && !Actor.Raised(difficulty)) return Outcome<Guid>.Refused("由有关的企业、承办单位和书记补充。");
        var organisation = difficulty.Tasks.Where(t => Actor.Handles(t) && !Actor.Trusted).Select(t => (Guid?)t.UnitId).Concat(Actor.Speaking(difficulty).Select(b => (Guid?)b.OrganisationId)).FirstOrDefault();
        var note = DifficultyNote.Write(difficulty, input.Text!.Trim(), input.Internal, Actor.UserId, organisation, Now);
        Db.Add(note);
        Record(new DifficultyNoted(difficulty.Id, note.Id, note.IsInternal));
        if (!input.Internal && inside) await Desk.News.TellFirmsAsync(difficulty, "难题有新进展", note.Text, cancellation);
        else if (!inside) await Desk.News.TellUnitsAsync(difficulty, "企业补充了情况", note.Text, cancellation);
        return null;
    }
}
