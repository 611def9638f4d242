using LianMeng.Bench;

// One class a measurement; each returns the exit code and prints its figures on the last line.
return args switch
{
    ["retrieval", .. var rest] => await Retrieval.RunAsync(rest),
    ["chain", .. var rest] => await Chain.RunAsync(rest),
    ["titles", .. var rest] => Titles.Run(rest),
    ["counterparts", .. var rest] => Counterparts.Run(rest),
    ["match", .. var rest] => MatchLatency.Run(rest),
    ["fresh", .. var rest] => await Freshness.RunAsync(rest),
    ["page", .. var rest] => await PageRate.RunAsync(rest),
    ["saves", .. var rest] => await SaveRate.RunAsync(rest),
    ["import", .. var rest] => await ImportRate.RunAsync(rest),
    ["duplicates", .. var rest] => await DuplicateSearch.RunAsync(rest),
    ["register", .. var rest] => await RegisterPages.RunAsync(rest),
    ["atlas", .. var rest] => await AtlasQuestions.RunAsync(rest),
    ["clocks", .. var rest] => Clocks.Run(rest),
    ["start", .. var rest] => await StartTime.RunAsync(rest),
    [] or ["help" or "--help" or "-h", ..] => Help(0),
    _ => Help(2),
};

static int Help(int code)
{
    Console.WriteLine("""
        usage: dotnet run -c Release --project bench/LianMeng.Bench -- MEASUREMENT …

          retrieval FOLDER [--peers]   quality and speed of text search on judged queries
                                       (corpus.tsv, queries.tsv, qrels.tsv, optional self.tsv)
          chain FOLDER [--firms N]     how often a maker is in the top 10 of the matcher
                                       (companies.tsv, company_products.tsv, product_relations.tsv), by product, by a
                                       typing error, in a phrase, against SQLite FTS5 and PostgreSQL over the same lines
          titles [FOLDER] [--titles N] the text index at 10 000, 100 000 and 1 000 000 titles composed of short queries
                                       (FOLDER/ecom.train.query.txt): processor time a query with a filter against
                                       FTS5, build, memory, how soon an insert is seen, queries while inserts arrive
          counterparts [--listings N]  the best ten counterparts of each of 100 000 invented demands among as many
                                       supplies, on all cores, at 1/100, 1/10 and all
          match [FOLDER] [--firms N]   how long the matcher takes for an answer with reasons at 664, 10 000
                                       and 100 000 invented firms with listings, against SQLite FTS5;
                                       FOLDER (with chain/company_products.tsv) names more products
          fresh [--listings N]         how soon after its save a listing is found, on its own node and on
                                       a second one, SQLite and PostgreSQL
          page [--seconds N]           the register's page of 50 rows against the bare JSON of the
                                       same query; then what the main pages weigh
          atlas [--products N]         what the questions of an atlas cost at 1/100, 1/10 and all of 100 000 products,
                                       300 000 links and 50 000 firms; "what if" and shortest paths against recursive
                                       SQL on PostgreSQL, assignments against glpsol, each with the same answers
          saves [--seconds N] [--writers N]
                                       registrations a second on SQLite and PostgreSQL against the
                                       same rows saved without ledger and gate; PostgreSQL is
                                       LIANMENG_BENCH_POSTGRES (a superuser's connection string)
                                       or a server of its own
          import [--rows N]            a roster of 100 000 rows through the console verb: seconds and the most
                                       memory of its process for preview and import, against EF alone
          duplicates [--firms N] [--rounds N]
                                       import of 10 000 (or N) firms with the search for duplicates against the
                                       same import without, in turn; then the search over the whole register
          register [--firms N]         the register's pages, filters and searches at 100 000 (or N) firms against
                                       664, in turn, SQLite and PostgreSQL
          clocks [--cases N]           the clocks of 100 000 cases of ten events each replayed from the events, against
                                       walking day by day, with the same limits and minutes
          start [FOLDER]               published program: launch to first page (FOLDER: where it
                                       is published already)
        """);
    return code;
}
