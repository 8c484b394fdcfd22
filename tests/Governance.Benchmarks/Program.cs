using Governance.Benchmarks;

// Measures a portal on a database of its own and writes one table. Started by scripts/bench.sh.
var request = BenchRequest.Read(args);
if (request is null)
{
    Console.Error.WriteLine(BenchRequest.Usage);
    return 2;
}
await using var portal = await BenchPortal.OpenAsync(request.DataDirectory);
var report = new BenchReport(request, await portal.CountCasesAsync());
foreach (var part in request.Parts)
{
    Console.WriteLine($"== {part}");
    await BenchParts.All[part](portal, request, report);
}
report.Write(request.Output);
return 0;
