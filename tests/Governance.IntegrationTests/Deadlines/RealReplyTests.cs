using System.Globalization;
using CsvHelper;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Deadlines;

/// <summary>The replies of real offices to real messages (2010 to 2020), counted on the real calendars of those years.</summary>
[Trait("Provision", "T06")]
public sealed class RealReplyTests
{
    private const string Messages = "messages-lowrisk.csv";

    /// <summary>The counts were published before the clock was written, and made by other means.</summary>
    [SharedDataFact(Messages)]
    public void The_replies_that_took_more_than_three_five_fifteen_and_thirty_working_days_are_as_many_as_published()
    {
        var replies = Replies();
        var calendar = Calendar(out var worked);

        replies.Count.ShouldBe(676);
        foreach (var (limit, published) in new[] { (3, 510), (5, 411), (15, 166), (30, 62) })
        {
            replies.Count(r => calendar.WorkingDaysBetween(r.Asked.ChinaDay(), r.Replied.ChinaDay()) > limit).ShouldBe(published, $"more than {limit}");
            foreach (var (asked, replied) in replies)
            {
                var deadline = calendar.Count(new TimeLimit("test", limit, TimeLimitUnit.WorkingDay, ""), asked);
                // The list of worked days, taken by position.
                deadline.DueAt.ChinaDay().ShouldBe(worked[worked.FindIndex(d => d > asked.ChinaDay()) + limit - 1]);
                deadline.Estimated.ShouldBeFalse();
                // Whoever answers on the weekend after the last day is late, and has taken no further working day.
                (calendar.WorkingDaysBetween(deadline.DueAt.ChinaDay(), replied.ChinaDay()) > 0)
                    .ShouldBe(calendar.WorkingDaysBetween(asked.ChinaDay(), replied.ChinaDay()) > limit);
            }
        }
    }

    private static List<(DateTimeOffset Asked, DateTimeOffset Replied)> Replies()
    {
        using var reader = CsvReader.FromFile(SharedData.Find(Messages)!);
        var replies = new List<(DateTimeOffset, DateTimeOffset)>();
        while (reader.Read())
            if (reader.GetString("replied_at") is { Length: > 0 } replied)
                replies.Add((Moment(reader.GetString("created_at")), Moment(replied)));
        return replies;
    }

    private static WorkingCalendar Calendar(out List<DateOnly> worked)
    {
        var days = new Dictionary<DateOnly, bool>();
        foreach (var file in new[] { "cn-workdays-2010-2021.csv", "cn-workdays.csv" })
            foreach (var fields in File.ReadLines(SharedData.Find(file)!).Skip(1).Select(line => line.Split(',')))
                days.Add(DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), fields[3] == "1");
        worked = [.. days.Where(d => d.Value).Select(d => d.Key).Order()];
        return new WorkingCalendar(days, new OfficeHours(new TimeOnly(8, 30), new TimeOnly(17, 30)));
    }

    private static DateTimeOffset Moment(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), ChinaTime.Offset);
}
