using System.ComponentModel.DataAnnotations;
using System.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// A new secret for an authenticator, as a picture and as text. Nothing is stored until a code proves that the app has it:
/// the browser keeps the secret meanwhile, in a ticket.
/// </summary>
public sealed class ProposeSecondFactor(UseCaseContext context, Tickets tickets) : Show<ProposeSecondFactor.Input, ProposeSecondFactor.View>(context)
{
    internal const string TicketPurpose = "second-factor";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public sealed class Input
    {
        /// <summary>The same secret again, after a wrong code.</summary>
        [StringLength(Tickets.Limit)]
        public string? Setup { get; set; }
    }

    /// <param name="Secret">base 32, in groups of four</param>
    /// <param name="Uri">otpauth://…, what the picture says</param>
    /// <param name="Picture">the QR code as a data: address of an SVG</param>
    /// <param name="Setup">goes with the code into <see cref="AddSecondFactor"/></param>
    public sealed record View(string Secret, string Uri, string Picture, string Setup);

    internal sealed record Proposed(Guid UserId, string Secret);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } userId || await Db.Users.Where(u => u.Id == userId).Select(u => u.UserName).FirstOrDefaultAsync(cancellation) is not { } userName) return null;
        var again = tickets.Read<Proposed>(TicketPurpose, input.Setup);
        var proposed = again?.UserId == userId ? again : new Proposed(userId, Base32.Encode(Totp.NewSecret()));
        var uri = Totp.Uri(proposed.Secret, userName);
        return new(string.Join(' ', proposed.Secret.Chunk(4).Select(c => new string(c))), uri, Picture(uri),
            again is null ? tickets.Write(TicketPurpose, proposed, Life) : input.Setup!);
    }

    private static string Picture(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(4)));
    }
}
