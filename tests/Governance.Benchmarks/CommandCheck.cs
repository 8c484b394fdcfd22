using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>Reads timelines as stored and says which rules were broken, from the tables of rules and nothing else.</summary>
internal static class CommandCheck
{
    private sealed record StoredStep(int Sequence, CaseStepKind Kind, CaseState To, Guid? Actor, string? Target);

    /// <summary>One line for every broken rule.</summary>
    public static async Task<IReadOnlyList<string>> BrokenRulesAsync(BenchPortal portal, string[] numbers, IReadOnlyList<Actor> actors)
    {
        var roles = actors.ToDictionary(a => a.UserId, a => a.Role);
        var broken = new List<string>();
        await using var command = portal.Database.CreateCommand("""
            select c.number, c.state, s.sequence, s.kind, s.to_state, s.actor_id, s.target_body_name,
              (select count(*) from audit_entries a where a.subject_kind = 'case' and a.subject_id = c.number), count(*) over (partition by c.id)
            from cases c join case_steps s on s.case_id = c.id where c.number = any($1) order by c.number, s.sequence
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = numbers });
        await using var reader = await command.ExecuteReaderAsync();
        var timeline = new List<StoredStep>();
        var (number, state, entries, count) = ("", default(CaseState), 0L, 0L);
        while (await reader.ReadAsync())
        {
            if (reader.GetString(0) != number)
                Check();
            (number, state, entries, count) = (reader.GetString(0), Enum.Parse<CaseState>(reader.GetString(1)), reader.GetInt64(7), reader.GetInt64(8));
            timeline.Add(new StoredStep(
                reader.GetInt32(2), Enum.Parse<CaseStepKind>(reader.GetString(3)), Enum.Parse<CaseState>(reader.GetString(4)),
                reader.IsDBNull(5) ? null : reader.GetGuid(5), reader.IsDBNull(6) ? null : reader.GetString(6)));
        }
        Check();
        return broken;

        void Check()
        {
            if (timeline.Count == 0)
                return;
            broken.AddRange(Walk(timeline, roles).Select(what => $"{number}: {what}"));
            if (timeline[^1].To != state)
                broken.Add($"{number}: stands at {state}, its last step led to {timeline[^1].To}");
            if (entries != count)
                broken.Add($"{number}: {count} steps, {entries} audit entries");
            timeline.Clear();
        }
    }

    private static IEnumerable<string> Walk(List<StoredStep> timeline, Dictionary<Guid, Role> roles)
    {
        var from = CaseState.Registered;
        Guid? handler = null;
        foreach (var (step, position) in timeline.Select((s, i) => (s, i + 1)))
        {
            if (step.Sequence != position)
                yield return $"step {position} has the number {step.Sequence}";
            if (CaseStepRule.All.FirstOrDefault(r => r.Kind == step.Kind) is { } rule)
            {
                if (!rule.StartsFrom(from))
                    yield return $"{step.Kind} from {from}";
                if (step.To != rule.To)
                    yield return $"{step.Kind} led to {step.To}";
                // An unhappy rating reopens by itself, whoever recorded it.
                if (step.Actor is { } actor && step.Kind != CaseStepKind.Reopen && !roles[actor].Allows(rule.Permission))
                    yield return $"{step.Kind} by a {roles[actor]}";
            }
            else if (LeadStepRule.All.FirstOrDefault(r => r.Kind == step.Kind) is { } lead && !lead.From.Contains(from))
                yield return $"{step.Kind} from {from}";
            else if (step.Kind is CaseStepKind.Rate or CaseStepKind.Comment or CaseStepKind.Urge or CaseStepKind.Instruct && step.To != from)
                yield return $"{step.Kind} moved the case from {from} to {step.To}";
            if (step.Kind == CaseStepKind.SubmitResult)
                handler = step.Actor;
            if (step.Kind is CaseStepKind.PassVerification or CaseStepKind.FailVerification && step.Actor == handler)
                yield return $"{step.Kind} by who handled it";
            from = step.To;
        }
    }
}
