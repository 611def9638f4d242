using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Secrets;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Whom the other side may call, as a firm states it with its consent: one of its registered contacts, or a name and a number typed here.</summary>
public class IntroductionContactForm
{
    /// <summary>One of the own firm's registered contacts; left out, name and number are typed.</summary>
    [Display(Name = "登记的联系人")]
    public Guid? ContactId { get; set; }

    [Display(Name = "联系人"), StringLength(IntroductionContact.NameLimit)]
    public string? ContactName { get; set; }

    [Display(Name = "联系电话"), StringLength(IntroductionContact.PhoneLimit)]
    public string? ContactPhone { get; set; }

    /// <summary>For the program itself, which speaks for no firm: as which one it enters this.</summary>
    internal Guid? SpeaksFor { get; set; }

    /// <summary>Name and sealed number; null when something is wrong with a field, which <paramref name="errors"/> then tells.</summary>
    internal async Task<(string Name, SealedValue Phone)?> ReadAsync(FirmContacts contacts, Telephones telephones, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        // Who types a number means that one, whatever the list was left at.
        if (ContactId is { } id && string.IsNullOrWhiteSpace(ContactPhone))
        {
            if (await contacts.FindOwnAsync(id, cancellation) is { } own) return (Typed(ContactName) ?? own.Name ?? "联系人", own.Phone);
            errors["contactId"] = ["本企业没有登记这位联系人；请重新选择，或直接填写。"];
            return null;
        }

        if (string.IsNullOrWhiteSpace(ContactName)) errors["contactName"] = ["请填写对方可以找谁，或选择一位登记的联系人。"];
        if (string.IsNullOrWhiteSpace(ContactPhone)) errors["contactPhone"] = ["请填写联系电话，或选择一位登记的联系人。"];
        else if (Telephones.ProblemOf(ContactPhone) is { } wrong) errors["contactPhone"] = [wrong];
        return errors.ContainsKey("contactName") || errors.ContainsKey("contactPhone") ? null : (ContactName!.Trim(), telephones.Seal(ContactPhone)!);
    }

    private static string? Typed(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
