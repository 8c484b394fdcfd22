using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>
/// Reads a city pack from its folder and checks it as a whole: format of each file, references between files, completeness. A
/// pack with any fault is refused; all faults are reported together so that they can be mended in one go.
/// </summary>
public static class CityPackReader
{
    /// <summary>Reads the pack in a folder, e.g. <c>cities/hohhot</c>. The formats are described in <c>docs/city-packs.md</c>.</summary>
    public static PackReading Read(string folder)
    {
        if (!Directory.Exists(folder))
            return new PackReading(null, [new PackProblem(Path.GetFileName(folder), 0, "城市包文件夹不存在")]);

        var files = new PackFiles(folder);
        var cityFile = new CityFile(files);
        var profile = cityFile.Read();
        var divisions = DivisionFile.Read(files, profile?.AreaCode);
        var bodies = BodyFile.Read(files);
        var categories = CategoryFiles.Read(files, bodies);
        var keywords = CategoryFiles.ReadKeywords(files, categories);
        var labels = CategoryFiles.ReadLabels(files, categories);
        var model = CategoryModelFile.Read(files, labels);
        var limits = TimeLimitFile.Read(files, categories, divisions);
        var pauses = PauseReasonFile.Read(files, categories);
        var thresholds = SupervisionFile.Read(files);
        var calendar = CalendarFile.Read(files);
        var ordinance = profile is null ? null : OrdinanceFiles.Read(files, profile.Ordinance);
        var grounds = OrdinanceFiles.ReadGrounds(files, ordinance);
        var trades = MediationFiles.ReadTrades(files, categories, grounds);
        var items = MediationFiles.ReadItems(files, categories, bodies);
        var procedures = ProcedureFiles.Read(files);
        var restrictions = RestrictionFile.Read(files, bodies, categories, grounds);
        if (profile is not null)
            cityFile.CheckTiles(profile, divisions);
        if (files.Problems.Count > 0 || profile is null || ordinance is null)
            return new PackReading(null, files.Problems);

        var contents = new CityPackContents
        {
            Profile = profile,
            Divisions = divisions,
            BodyTemplates = bodies,
            Categories = categories,
            Keywords = keywords,
            MessageLabels = labels,
            CategoryModel = model,
            TimeLimits = limits,
            PauseReasons = pauses,
            Thresholds = thresholds,
            Calendar = calendar,
            Grounds = grounds,
            MediationTrades = trades,
            MediationItems = items,
            Restrictions = restrictions,
            Ordinance = ordinance,
            Procedures = procedures,
        };
        return new PackReading(new CityPack(contents), []);
    }
}
