using System.Net;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Host;

/// <summary>Promise 11 for forms; in a world of its own, because some of what is typed is good enough to disable an account.</summary>
[Trait("Promise", "11")]
public sealed class BadFormTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Every_value_of_every_field_of_every_form()
    {
        var sent = new AnswerTally();
        foreach (var person in new[] { world.Known.Secretary, world.Known.Admin })
        {
            using var browser = await world.BrowserAsync(person);
            foreach (var route in Endpoints.Walked(world.Services).Where(r => r.Page is not null && !r.IsUnsafe))
            {
                var url = route.Own(world.Known);
                using var opened = await browser.GetAsync(url);
                if (opened.StatusCode != HttpStatusCode.OK) continue;
                foreach (var form in (await opened.ReadPageAsync()).WalkedForms(url))
                {
                    var known = form.FieldsOf();
                    // token and handler are the framework's, which answers in its own words
                    foreach (var field in known.Keys.Where(k => k is not ("__RequestVerificationToken" or "_handler")))
                    {
                        foreach (var value in OddValues.Of(route.Pattern + field, OddValues.Texts.Where((_, i) => i % 2 == 0)))
                        {
                            var fields = new Dictionary<string, string>(known, StringComparer.Ordinal) { ["_key"] = Guid.CreateVersion7().ToString("N"), [field] = value };
                            using var answer = await browser.PostFormAsync(url, fields);
                            await sent.AddAsync(answer, $"{url} {HttpSteps.HandlerOf(form)} {field}={HttpSteps.Encode(value[..Math.Min(20, value.Length)])}");
                        }
                    }

                    using (var twice = await browser.PostFormAsync(url, known.Concat(known))) await sent.AddAsync(twice, $"{url} every field twice");
                    using (var bare = await browser.PostFormAsync(url, known.Where(k => k.Key.StartsWith('_')))) await sent.AddAsync(bare, $"{url} no field");
                }
            }
        }

        sent.Say("fields of forms");
    }
}
