using System.Text;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>A phone's photo leaves the browser small, without what the camera wrote into it; the server never decodes it.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class PhotoTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Place = "GPS-29.563010-106.551557";

    [Fact]
    public async Task A_photo_of_twelve_million_dots_arrives_small_and_without_its_place()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        var page = await OpenFirmAsync(watched);
        var photo = WithPlace(Convert.FromBase64String(await page.EvaluateAsync<string>(MakePhoto)));
        Assert.True(photo.Length > 3_000_000, $"the photo is only {photo.Length} bytes");
        Assert.True(photo.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Place)) > 0);

        await page.SetInputFilesAsync("#attachments input[type=file]", new FilePayload { Name = "IMG_2026.jpg", MimeType = "image/jpeg", Buffer = photo });
        await Assertions.Expect(page.Locator("[data-photos-status]")).ToContainTextAsync("1 张照片已处理");
        await page.ClickAsync("#attachments form[enctype] button[type=submit]");
        var link = page.Locator("#attachments a[download='IMG_2026.jpg']");
        await Assertions.Expect(link).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#attachments .lm-file-picture img").First).ToHaveJSPropertyAsync("complete", true);
        await watched.ShootAsync("attachments");

        var arrived = await page.EvaluateAsync<Arrived>(Measure, await link.GetAttributeAsync("href"));
        Assert.True(arrived.Size < 1024 * 1024, $"{arrived.Size} bytes");
        Assert.Equal(1920, Math.Max(arrived.Width, arrived.Height));
        Assert.Equal(1440, Math.Min(arrived.Width, arrived.Height));
        Assert.DoesNotContain(Place, arrived.Head, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"4000 × 3000, {photo.Length} bytes → {arrived.Width} × {arrived.Height}, {arrived.Size} bytes");
        Assert.Empty(watched.TakeNoise());
    }

    [Fact]
    public async Task Without_script_the_original_is_taken_as_it_is()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server, javaScript: false);
        var page = await OpenFirmAsync(watched);
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, .. "JFIF\0"u8, .. new byte[2000]];
        await page.SetInputFilesAsync("#attachments input[type=file]", new FilePayload { Name = "原图.jpg", MimeType = "image/jpeg", Buffer = photo });
        await page.ClickAsync("#attachments form[enctype] button[type=submit]");
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#attachments a[download='原图.jpg']"));
        Assert.Equal("原图.jpg", file.SuggestedFilename);
        Assert.Equal(photo, await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken));
    }

    private sealed class Arrived
    {
        public int Width { get; set; }
        public int Height { get; set; }
        public int Size { get; set; }
        public string Head { get; set; } = "";
    }

    private static async Task<IPage> OpenFirmAsync(WatchedPage watched)
    {
        await watched.SignInAsync("secretary-jlp", DemonstrationServer.Password);
        await watched.Page.GotoAsync("/organisations");
        await watched.Page.Locator("main table tbody tr a").First.ClickAsync();
        await watched.Page.WaitForSelectorAsync("#attachments input[type=file]");
        return watched.Page;
    }

    /// <summary>A section of the kind in which cameras write the place, behind the picture's first two bytes.</summary>
    private static byte[] WithPlace(byte[] jpeg)
    {
        byte[] text = [.. "Exif\0\0"u8, .. Encoding.ASCII.GetBytes(Place)];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text, .. jpeg[2..]];
    }

    private const string MakePhoto = """
        async () => {
          const canvas = document.createElement('canvas');
          canvas.width = 4000;
          canvas.height = 3000;
          const context = canvas.getContext('2d');
          let seed = 7;
          const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
          for (let i = 0; i < 60000; i++) {
            context.fillStyle = `hsl(${next() * 360} 60% ${next() * 100}%)`;
            context.fillRect(next() * 4000, next() * 3000, next() * 60, next() * 60);
          }
          const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.95));
          const bytes = new Uint8Array(await blob.arrayBuffer());
          let text = '';
          for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
          return btoa(text);
        }
        """;

    private const string Measure = """
        async href => {
          const blob = await (await fetch(href)).blob();
          const picture = await createImageBitmap(blob);
          const head = new TextDecoder('latin1').decode(await blob.slice(0, 4096).arrayBuffer());
          return { width: picture.width, height: picture.height, size: blob.size, head };
        }
        """;
}
