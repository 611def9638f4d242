using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Alliances;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Capabilities.ByProductUses;
using LianMeng.Capabilities.Deals;
using LianMeng.Capabilities.Deals.Substitutions;
using LianMeng.Capabilities.Difficulties;
using LianMeng.Capabilities.Districts;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.FigureConsents;
using LianMeng.Capabilities.Files;
using LianMeng.Capabilities.Inquiries;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Introductions;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Operations.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.PartyOrganisations;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Capabilities.SupplyLinks;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.World;

/// <summary>Migrated and peopled once per process, through the use cases; every test class gets a clone.</summary>
public sealed class Template : IAsyncDisposable
{
    private static int clones;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly string folder = Directory.CreateTempSubdirectory("lianmeng-test-").FullName;
    private readonly string database = $"lianmeng_test_{Environment.ProcessId}_template";
    private Task<Known>? building;
    private Known? known;

    public Known Known => known!;

    private string Connection => TestDatabase.ConnectionOf(folder, database);

    public async Task<(string Folder, string Database, string Connection)> CloneAsync()
    {
        await one.WaitAsync();
        try
        {
            known = await (building ??= BuildAsync()); // a template that could not be built is not built again for every class
            var name = $"lianmeng_test_{Environment.ProcessId}_{Interlocked.Increment(ref clones)}";
            var clone = Directory.CreateTempSubdirectory("lianmeng-test-").FullName;
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(clone, Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            await TestDatabase.CreateAsync(name, database);
            return (clone, name, TestDatabase.ConnectionOf(clone, name));
        }
        finally
        {
            one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (known is not null) await TestDatabase.DropAsync(database, Connection);
        Directory.Delete(folder, recursive: true);
        one.Dispose();
    }

    private async Task<Known> BuildAsync()
    {
        await TestDatabase.CreateAsync(database, template: null);
        await using var app = new LianMengApp(folder, Connection, new SettableClock());
        await Database.MigrateAsync(app.Services);
        var built = await new Builder(app.Services).BuildAsync();
        await app.DisposeAsync();
        await TestDatabase.ForgetAsync(Connection);
        return built;
    }

    private sealed class Builder(IServiceProvider services)
    {
        public async Task<Known> BuildAsync()
        {
            var tongliang = (await DoAsync<CreateDistrict, CreateDistrict.Input, CreateDistrict.Created>(DistrictIds.City, new() { Name = "铜梁区", RegionCode = "500151" })).Id;
            var jiulongpo = (await DoAsync<CreateDistrict, CreateDistrict.Input, CreateDistrict.Created>(DistrictIds.City, new() { Name = "九龙坡区", RegionCode = "500107" })).Id;
            var firm = await FirmAsync(tongliang, new()
            {
                Name = "重庆清溪铝锭有限公司", Uscc = TestCodes.Uscc(1), RegionCode = "500151", IndustryCode = "3216", Staff = 120, Revenue = 8000.5m, Assets = 5000m, DataYear = 2025,
                Address = "淮远新区1号", Park = "高新区", Makes = "铝合金锭；铝棒", Buys = "废铝", ByProducts = "铝灰", Qualifications = "高新技术企业", ContactName = "何经理", ContactPhone = "13883001001", Chain = "铝产业链",
            });
            var neighbour = await FirmAsync(tongliang, new() { Name = "重庆小石压铸有限公司", Uscc = TestCodes.Uscc(2), RegionCode = "500151", Makes = "铝合金压铸件", Buys = "铝合金锭", ContactName = "石经理", ContactPhone = "13883001002" });
            await FirmAsync(tongliang, new() { Name = "重庆无码铝材厂", Makes = "铝型材" });
            var foreignFirm = await FirmAsync(jiulongpo, new()
            {
                Name = Canary.Name, Uscc = TestCodes.Uscc(900, "500107"), RegionCode = "500107", IndustryCode = "3216", Staff = 99, Revenue = 7777m, Assets = 6666m, DataYear = 2025,
                Address = Canary.Address, Park = Canary.Park, Makes = Canary.Makes + "；铝合金锭", Buys = Canary.Buys, ByProducts = Canary.ByProduct, Qualifications = Canary.Qualification,
                ContactName = Canary.Contact, ContactPhone = Canary.Phone, Chain = Canary.Chain,
            });

            // A firm that speaks to the whole city by one listing: its name and what it says are public, nothing else of it is.
            var speaking = await FirmAsync(jiulongpo, new()
            {
                Name = "重庆远帆铝业有限公司", Uscc = TestCodes.Uscc(901, "500107"), RegionCode = "500107", Address = Canary.Address, Park = Canary.Park,
                Makes = Canary.Makes, Buys = Canary.Buys, ContactName = Canary.Contact, ContactPhone = Canary.Phone, Chain = Canary.Chain,
            });
            var listing = await ListingAsync(tongliang, new() { OrganisationId = firm, Kind = ListingKind.Demand, Title = "求购破碎废铝", Product = "废铝", Quantity = 200, Unit = "吨", Price = 15500 });
            var foreignListing = await ListingAsync(jiulongpo, new()
            {
                OrganisationId = foreignFirm, Kind = ListingKind.Supply, Title = "供应铝合金锭 " + Canary.Makes, Text = Canary.Address, Product = Canary.Makes,
                Certificates = Canary.Qualification, Quantity = Canary.Quantity, Unit = Canary.Unit, Price = Canary.Price,
            });
            var published = await ListingAsync(jiulongpo, new()
            {
                OrganisationId = speaking, Kind = ListingKind.Supply, Title = "供应铝合金锭 ADC12", Text = $"现货，可送货。电话 {Canary.Phone}", Product = "铝合金锭",
                Visibility = ListingVisibility.City, Quantity = Canary.Quantity, Unit = Canary.Unit, Price = Canary.Price,
            });

            var foreignSecretary = await PersonAsync("secretary-jlp", Role.AllianceSecretary, jiulongpo);
            var (foreignOperation, foreignUpload) = await ImportAsync<ImportEnterprises>(foreignSecretary, jiulongpo, Canary.FileName,
                $"企业名称,统一社会信用代码,主营产品\n{Canary.Name},{TestCodes.Uscc(900, "500107")},{Canary.Makes}；铝合金锭\n金丝雀退回企业,9150010,{Canary.Makes}\n");
            var secretary = await PersonAsync("secretary-tl", Role.AllianceSecretary, tongliang);
            var (foreignListingOperation, foreignListingUpload) = await ImportAsync<ImportListings>(foreignSecretary, jiulongpo, Canary.ListingsFileName,
                $"类型,标题,产品,企业\n供给,供应{Canary.Makes}一号,{Canary.Makes},{Canary.Name}\n供给,供应{Canary.Makes}二号,{Canary.Makes},金丝雀退回企业\n", commit: false);
            var (operation, upload) = await ImportAsync<ImportEnterprises>(secretary, tongliang, "名册.csv", "企业名称,统一社会信用代码,主营产品\n重庆导入铝业有限公司,,铝板\n重庆退回铝业有限公司,9150010,铝箔\n");
            var (listingOperation, listingUpload) = await ImportAsync<ImportListings>(secretary, tongliang, "供需.csv", "类型,标题,企业\n需求,求购铝板边角料,重庆清溪铝锭有限公司\n需求,求购铝箔边角料,重庆名册外铝业有限公司\n", commit: false);
            var file = await FileAsync(tongliang, "organisation", firm, "营业执照.png", FileType.Png, Pictures.Png);
            var listingFile = await FileAsync(tongliang, "listing", listing, "质检说明.txt", FileType.Text, "含铁不超过百分之一"u8.ToArray());
            var foreignFile = await FileAsync(jiulongpo, "organisation", foreignFirm, Canary.AttachmentName, FileType.Text, System.Text.Encoding.UTF8.GetBytes($"{Canary.Name} {Canary.Phone}"));
            var own = await AllianceAsync(tongliang, firm, "重庆清溪铝锭有限公司", "清溪铝业党建联盟", "清溪铝锭党支部", "协调二期用电");
            var foreign = await AllianceAsync(jiulongpo, foreignFirm, Canary.Name, Canary.Name + "联盟", Canary.Name + "党支部", Canary.Makes + "用电");
            var atlas = await AtlasAsync(tongliang, "清溪铝产业链图谱", "试编产品");
            var foreignAtlas = await AtlasAsync(jiulongpo, Canary.Name + "图谱", Canary.Makes);
            var ownFacts = await FactsAsync(tongliang, firm, "重庆清溪铝锭有限公司", "重庆小石压铸有限公司", "铝合金锭", "补链分析", 1200, 19_000_000, null, "清溪联系人", "13883001009");
            var foreignFacts = await FactsAsync(jiulongpo, foreignFirm, Canary.Name, "重庆远帆铝业有限公司", Canary.Makes, Canary.Address, Canary.Quantity, Canary.Price, speaking, Canary.Contact, Canary.Phone);
            await services.SettleAsync();
            return new Known
            {
                Atlas = atlas,
                ForeignAtlas = foreignAtlas,
                OwnFacts = ownFacts,
                ForeignFacts = foreignFacts,
                Own = own,
                Foreign = foreign,
                File = file,
                ListingFile = listingFile,
                ForeignFile = foreignFile,
                Notice = await NoticeOfAsync(secretary),
                ForeignNotice = await NoticeOfAsync(foreignSecretary),
                Tongliang = tongliang,
                Jiulongpo = jiulongpo,
                Firm = firm,
                Neighbour = neighbour,
                ForeignFirm = foreignFirm,
                Operation = operation,
                Upload = upload,
                ForeignOperation = foreignOperation,
                ForeignUpload = foreignUpload,
                ListingOperation = listingOperation,
                ListingUpload = listingUpload,
                ForeignListingOperation = foreignListingOperation,
                ForeignListingUpload = foreignListingUpload,
                Listing = listing,
                ForeignListing = foreignListing,
                PublishedListing = published,
                Admin = await PersonAsync("admin", Role.SystemAdministrator, null),
                City = await PersonAsync("city", Role.CityOfficer, null),
                Auditor = await PersonAsync("auditor", Role.Auditor, null),
                Officer = await PersonAsync("officer-tl", Role.DistrictOfficer, tongliang),
                Secretary = secretary,
                Manager = await PersonAsync("manager-tl", Role.EnterpriseManager, tongliang, TestCodes.Uscc(1)),
                ForeignOfficer = await PersonAsync("officer-jlp", Role.DistrictOfficer, jiulongpo),
                ForeignSecretary = foreignSecretary,
                ForeignManager = await PersonAsync("manager-jlp", Role.EnterpriseManager, jiulongpo, TestCodes.Uscc(900, "500107")),
            };
        }

        /// <summary>The firm supplies another, takes by-products, authorised the chain office, and wants to be introduced; so does the other if it is given.</summary>
        private async Task<FactsKnown> FactsAsync(Guid district, Guid firm, string name, string customer, string product, string purpose, decimal quantity, decimal value, Guid? consenting, string contact, string phone)
        {
            var link = (await DoAsync<DeclareSupplyLink, DeclareSupplyLink.Input, DeclareSupplyLink.Declared>(district, new() { Firm = name, Side = SupplySide.Seller, Partner = customer, Product = product, Quantity = quantity, Unit = "吨", Value = value, Year = 2025 })).Id;
            var use = (await DoAsync<StateByProductUse, StateByProductUse.Input, StateByProductUse.Stated>(district, new() { Firm = name, Products = product + "边角料", Capacity = 500, Specification = "Al≥90%，Fe≤0.8%", Value = 18000, Yield = 0.9m, Treatment = 600 })).Id;
            var consent = (await DoAsync<GiveFigureConsent, GiveFigureConsent.Input, GiveFigureConsent.Given>(district, new() { For = firm, Recipient = ConsentRecipient.ChainOffice, Until = ChinaTime.Today(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(365), Purpose = purpose })).Id;
            var introduction = (await DoAsync<StartIntroduction, StartIntroduction.Input, StartIntroduction.Created>(district, new() { Firm = name, Side = IntroductionSide.Seller, Partner = customer, Product = product })).Id;
            foreach (var party in new[] { firm, consenting }.OfType<Guid>()) await DoAsync<ConsentIntroduction, ConsentIntroduction.Input, Guid>(district, new() { Id = introduction, SpeaksFor = party, ContactName = contact, ContactPhone = phone });
            var deal = (await DoAsync<OpenDeal, OpenDeal.Input, OpenDeal.Opened>(district, new() { Firm = name, Side = DealSide.Seller, Partner = customer, Product = product, Quantity = quantity, Unit = "吨", Price = value, Note = purpose })).Id;
            await DoAsync<StateDealStep, StateDealStep.Input, Guid>(district, new() { Id = deal, Side = DealSide.Seller, Stage = DealStage.Contract, Amount = value, Note = purpose });
            var today = ChinaTime.Today(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var substitution = (await DoAsync<StateSubstitution, StateSubstitution.Input, StateSubstitution.Stated>(district, new() { Firm = customer, Maker = name, Product = product, FromPlace = purpose, MovedOn = today, PriceSaving = value, FreightSaving = quantity, Note = purpose })).Id;
            var seller = await ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == customer).Select(o => o.Id).SingleAsync());
            var bill = (await DoAsync<MakeBill, MakeBill.Input, MakeBill.Created>(district, new() { Name = purpose, SpeaksFor = firm, Lines = [new() { Product = product, Specification = purpose, Quantity = quantity, Unit = "吨", Remark = purpose }] })).Id;
            var line = await ReadAsync(db => db.Set<BillLine>().Where(l => l.BillId == bill).Select(l => l.Id).SingleAsync());
            var inquiry = (await DoAsync<SendInquiries, SendInquiries.Input, SendInquiries.Result>(district, new() { Id = bill, Choices = [$"{line}:{seller}"] })).Inquiries[0];
            var asked = await ReadAsync(db => db.Set<InquiryLine>().Where(l => l.InquiryId == inquiry).Select(l => l.Id).SingleAsync());
            await DoAsync<AnswerInquiry, AnswerInquiry.Input, Guid>(district, new() { Id = inquiry, SpeaksFor = seller, Lines = [new() { LineId = asked, Price = value, Remark = purpose }] });
            var difficulty = (await DoAsync<RaiseDifficulty, RaiseDifficulty.Input, RaiseDifficulty.Created>(district, new() { Title = $"{product}车间用电不够", Text = $"{purpose}，{contact}", Place = purpose, Category = DifficultyCategory.Energy, Firms = name, ExternalNumber = purpose, Source = DifficultySource.Hotline })).Id;
            return new(link, use, consent, introduction, deal, substitution, bill, line, inquiry, difficulty);
        }

        /// <summary>An alliance that runs, with one member who is invited to the chair.</summary>
        private async Task<AllianceKnown> AllianceAsync(Guid district, Guid firm, string firmName, string name, string party, string entry)
        {
            var body = (await DoAsync<RegisterPartyOrganisation, RegisterPartyOrganisation.Input, RegisterPartyOrganisation.Created>(district, new() { Name = party, Type = PartyOrganisationType.Branch, FullMembers = 5, Covers = firmName })).Id;
            var alliance = (await DoAsync<FoundAlliance, FoundAlliance.Input, FoundAlliance.Created>(district, new() { Kind = AllianceKind.PartyBuildingAlliance, Name = name, Aim = name, Reason = "部署" })).Id;
            await DoAsync<AddApproval, AddApproval.Input, AddApproval.Added>(district, new() { Id = alliance, Body = name + "批复机关", DocumentNumber = "〔2026〕1号", Date = new(2026, 1, 5), Members = firmName });
            await DoAsync<StartAlliance, StartAlliance.Input, Guid>(district, new() { Id = alliance, Reason = "成立" });
            var membership = await ReadAsync(db => db.Set<Membership>().Where(m => m.OrganisationId == firm).Select(m => m.Id).SingleAsync());
            await DoAsync<JudgeMember, JudgeMember.Input, Guid>(district, new() { Id = membership, IsFit = true, Reason = "委员会认定" });
            var term = await DoAsync<DecideRotation, DecideRotation.Input, Guid>(district, new() { Id = alliance, MembershipId = membership, Decision = ChairDecision.Invite });
            var raised = (await DoAsync<RaiseEntry, RaiseEntry.Input, RaiseEntry.Created>(district, new() { Id = alliance, Kind = RegisterKind.Difficulty, Title = entry, Organisation = firmName })).Id;
            return new(alliance, membership, term, raised, body);
        }

        /// <summary>An atlas around 铝合金锭: one issue, which has the product, a draft where it has an alias too, and a task of it.</summary>
        private async Task<AtlasKnown> AtlasAsync(Guid district, string title, string product)
        {
            var id = (await DoAsync<CreateAtlas, CreateAtlas.Input, CreateAtlas.Created>(district, new() { Chain = "aluminium", Title = title, Note = title, Start = AtlasStart.Product, Product = "铝合金锭", Hops = 1 })).Id;
            await DoAsync<SaveNode, SaveNode.Input, Guid>(district, new() { Id = id, Name = product, Kind = NodeKind.Product });
            await DoAsync<PublishAtlas, PublishAtlas.Input, PublishAtlas.Published>(district, new() { Id = id, Summary = title + "首期" });
            await DoAsync<SaveNode, SaveNode.Input, Guid>(district, new() { Id = id, Key = product, Name = product, Aliases = product + "别称", Kind = NodeKind.Product });
            var task = (await DoAsync<StartAtlasTask, StartAtlasTask.Input, StartAtlasTask.Created>(district, new() { Id = id, Row = AtlasRow.Gap(product).Key, Action = AtlasTaskAction.InvestmentLead, Note = title })).Id;
            return new(id, task, product);
        }

        private async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
        {
            await using var scope = await services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
            return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
        }

        private async Task<Guid> FileAsync(Guid district, string kind, Guid subject, string name, FileType type, byte[] content)
        {
            var kept = await services.GetRequiredService<FileStore>().KeepAsync(FileArea.Files, district, new MemoryStream(content), content.Length, default);
            return (await DoAsync<AttachFile, AttachFile.Input, AttachFile.Attached>(district, new() { Kind = kind, SubjectId = subject, Hash = kept.Hash, Name = name, Type = type })).Id;
        }

        private async Task<Guid> NoticeOfAsync(Person person)
        {
            await using var scope = await services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
            return (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Notice>().Where(n => n.UserId == person.Id).OrderBy(n => n.Id).FirstAsync()).Id;
        }

        private async Task<Guid> FirmAsync(Guid district, RegisterOrganisation.Input input)
            => (await DoAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(district, input)).Id;

        private async Task<Guid> ListingAsync(Guid district, PostListing.Input input)
            => (await DoAsync<PostListing, PostListing.Input, PostListing.Created>(district, input)).Id;

        private async Task<Person> PersonAsync(string userName, Role role, Guid? district, string? uscc = null)
        {
            var created = await DoAsync<CreateAccount, CreateAccount.Input, CreateAccount.Created>(DistrictIds.City, new()
            {
                UserName = userName, DisplayName = userName + "（测试）", Password = Person.Password, Role = role, DistrictId = district, Uscc = uscc,
            });
            return new Person(userName, role, created.Id);
        }

        /// <summary>A file with a rejected row, imported (or only previewed) in the background by that person.</summary>
        private async Task<(Guid Operation, string Upload)> ImportAsync<TImport>(Person secretary, Guid district, string fileName, string csv, bool commit = true)
            where TImport : ImportCommand
        {
            using var roster = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
            await using var scope = services.CreateAsyncScope();
            var hash = await scope.ServiceProvider.GetRequiredService<FileStore>().KeepUploadAsync(district, roster, default);
            var actor = (await scope.ServiceProvider.GetRequiredService<ActorLoader>().LoadForWorkAsync(secretary.Id, default))!;
            await using var acting = services.GetRequiredService<TrustedScopes>().OpenFor(actor);
            var started = await acting.ServiceProvider.GetRequiredService<StartOperation>().RunAsync(
                StartOperation.For<TImport>("导入" + fileName, new ImportCommand.Input { FileHash = hash, FileName = fileName, Commit = commit }));
            Assert.True(started.IsDone, started.Message);
            for (var waited = 0; waited < 200; waited++)
            {
                await using var reading = services.GetRequiredService<TrustedScopes>().OpenFor(actor);
                var operation = await reading.ServiceProvider.GetRequiredService<AppDb>().Set<Operation>().SingleAsync(o => o.Id == started.Value);
                if (operation.IsFinished)
                {
                    Assert.True(operation.State == OperationState.Done, operation.Failure);
                    return (operation.Id, hash);
                }

                await Task.Delay(25);
            }

            throw new TimeoutException("The operation of the template was not taken up.");
        }

        private async Task<TResult> DoAsync<TCommand, TInput, TResult>(Guid district, TInput input)
            where TCommand : Command<TInput, TResult> where TInput : class
        {
            await using var scope = await services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(district, default);
            var outcome = await scope.ServiceProvider.GetRequiredService<TCommand>().RunAsync(input);
            Assert.True(outcome.IsDone, string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));
            return outcome.Value!;
        }
    }
}
