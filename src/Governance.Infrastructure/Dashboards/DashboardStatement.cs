using System.Globalization;
using System.Text;
using Governance.Application.Cases;
using Governance.Application.Dashboards;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Npgsql;

namespace Governance.Infrastructure.Dashboards;

/// <summary>Writes the one statement that counts a page. Values are parameters; the text varies with level and shape of the period only.</summary>
internal sealed class DashboardStatement
{
    private readonly List<object> _values = [];
    private readonly AreaCode _area;

    private DashboardStatement(AreaCode area) => _area = area;

    // Villages have none: their cases are few enough to count.
    private bool HasTallies => _area.Level <= DivisionLevel.Township;

    // Tallies go down to the township; its villages are told apart by counting the cases, once each instead of by every dimension.
    private bool TellsPartsFromCases => _area.Level == DivisionLevel.Township;

    // A county's days are few enough to count as well; a city's are not.
    private bool HasDays => _area.Level == DivisionLevel.City;

    private int PartDigits => _area.Level switch
    {
        DivisionLevel.City => 6,
        DivisionLevel.County => 9,
        _ => 12,
    };

    /// <summary>The command, ready to run on the data source.</summary>
    /// <returns>Rows of group, key and the figures of <see cref="TallyMeasures"/>; see <see cref="DashboardQueries"/>.</returns>
    public static NpgsqlCommand Write(
        NpgsqlDataSource database, AreaCode area, DashboardPeriod period, DashboardPeriod? before, CaseMoments moments)
    {
        var statement = new DashboardStatement(area);
        var sql = statement.Write(period, before, moments);
        var command = database.CreateCommand(sql);
        foreach (var value in statement._values)
            command.Parameters.AddWithValue(value);
        return command;
    }

    private string Write(DashboardPeriod period, DashboardPeriod? before, CaseMoments moments)
    {
        var sql = new StringBuilder();
        sql.Append("with facts as (").Append(Facts(period)).Append(')');
        if (before is not null)
            sql.Append(", facts_before as (").Append(Facts(before)).Append(')');
        var (otherwise, byPart) = TellsPartsFromCases ? ("", "") : (", area", ", (dimension, area)");
        sql.Append(CultureInfo.InvariantCulture, $"""

            select case when grouping(key) = 0 then dimension when grouping(month) = 0 then 'Month' else 'Area' end,
              coalesce(key, to_char(month, 'YYYY-MM-DD'){otherwise}), {TallyMeasures.Sums}
            from facts
            group by grouping sets ((dimension, key), (dimension, month){byPart})
            having dimension = 'Category' or grouping(key) = 0
            """);
        if (TellsPartsFromCases)
            sql.Append(CultureInfo.InvariantCulture, $"""

                union all
                select 'Area', c.area_code, {TallyMeasures.SumsOfCases} from cases c
                where not c.is_restricted and {Inside()}{During(TallySpan.Moments(period))} group by 2
                """);
        sql.Append(CultureInfo.InvariantCulture, $"""

            union all
            select 'Standing', area, coalesce(sum(open) filter (where due_at >= {Value(moments.Now)}), 0)::int,
              coalesce(sum(open) filter (where due_at < {Value(moments.Now)}), 0)::int, {TallyMeasures.Zeros(2)}
            from ({Due(moments.SoonUntil)}) due group by area having sum(open) <> 0
            """);
        if (before is not null)
            sql.Append("\nunion all select 'Before', '', coalesce(sum(registered), 0)::int, ").Append(TallyMeasures.Zeros(1))
                .Append(" from facts_before where dimension = 'Category'");
        return sql.ToString();
    }

    private string Facts(DashboardPeriod period)
    {
        var span = HasTallies ? TallySpan.Of(period) : TallySpan.WithoutMonths(period);
        var parts = new List<string>();
        if (span.HasMonths)
            parts.Add(Kept("case_tallies", "month", "month", span.FirstMonth, span.EndMonth));
        foreach (var edge in span.Edges)
            parts.Add(HasDays ? Kept("case_day_tallies", "day", "date_trunc('month', day)::date", edge.Start?.ChinaDay(), edge.End?.ChinaDay()) : OfCases(edge));
        if (HasDays)
            parts.Add(NotYetAddedUp(TallySpan.Moments(period)));
        else if (span.HasMonths)
            parts.Add(NotYetAddedUp((TallySpan.Moment(span.FirstMonth), TallySpan.Moment(span.EndMonth))));
        // The first part names the columns.
        return string.Join("\nunion all\n", span.HasMonths ? parts : [Empty, .. parts]);
    }

    // Open cases by deadline, as the tallies and what they do not know yet have them.
    private string Due(DateTimeOffset until) => TellsPartsFromCases || !HasTallies
        ? $"select area_code as area, due_at, 1 as open from cases where is_open and not is_restricted and {Inside()} and due_at <= {Value(until)}"
        : $"""
          select area_code as area, due_at, open from case_due_tallies where {OfTallies()} and due_at <= {Value(until)}
          union all
          select left(c.area_code, {PartDigits}), c.due_at, c.sign from case_tally_changes c where c.is_open and {OfChanges()} and c.due_at <= {Value(until)}
          """;

    private string Kept(string table, string time, string month, DateOnly? first, DateOnly? end) =>
        $"select area_code as area, {month} as month, dimension, key, {TallyMeasures.Columns} from {table} where {OfTallies()}"
        + (first is { } from ? $" and {time} >= {Value(from)}" : "") + (end is { } until ? $" and {time} < {Value(until)}" : "");

    private string OfCases((DateTimeOffset? Start, DateTimeOffset? End) span) =>
        Counted("cases", TallyMeasures.OfCase, "not c.is_restricted and " + Inside(), span);

    // Changes of the last moments that no tally knows yet; restricted cases leave none.
    private string NotYetAddedUp((DateTimeOffset? Start, DateTimeOffset? End) span) =>
        Counted("case_tally_changes", TallyMeasures.OfChange, OfChanges(), span);

    private string OfChanges() => $"left(c.area_code, {_area.Significant.Length}) = {Value(_area.Significant)}";

    private string Counted(string table, string figures, string inside, (DateTimeOffset? Start, DateTimeOffset? End) span) => $"""
        select left(c.area_code, {PartDigits}), date_trunc('month', c.registered_at at time zone interval '8 hours')::date, counted.dimension, counted.key, {figures}
        from {table} c cross join lateral (values {TallyMeasures.Dimensions}) as counted (dimension, key)
        where {inside}{During(span)}
        """;

    private string During((DateTimeOffset? Start, DateTimeOffset? End) span) =>
        (span.Start is { } start ? " and c.registered_at >= " + Value(start) : "") + (span.End is { } end ? " and c.registered_at < " + Value(end) : "");

    // The rows of a township lie among those of its county's parts.
    private string OfTallies() => TellsPartsFromCases
        ? $"parent_code = {Value(_area.AncestorAt(DivisionLevel.County).Significant)} and area_code = {Value(_area.Significant)}"
        : $"parent_code = {Value(_area.Significant)}";

    private static readonly string Empty = $"select area_code as area, month, dimension, key, {TallyMeasures.Columns} from case_tallies where false";

    private string Inside() => _area.Level switch
    {
        DivisionLevel.Village => "area_code = " + Value(_area.Value),
        DivisionLevel.Township => "township_code = " + Value(_area.Significant),
        DivisionLevel.County => "county_code = " + Value(_area.Significant),
        // ':' is the character after '9'.
        _ => $"county_code >= {Value(_area.Significant)} and county_code < {Value(_area.Significant + ":")}",
    };

    private string Value(object value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }
}
