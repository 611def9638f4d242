using LianMeng.Bench;

// One class a measurement; each returns the exit code and prints its figures on the last line.
return args switch
{
    ["retrieval", .. var rest] => Retrieval.Run(rest),
    ["chain", .. var rest] => Chain.Run(rest),
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
                                       (companies.tsv, company_products.tsv, product_relations.tsv)
        """);
    return code;
}
