using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;

namespace Governance.Application.Remarks;

/// <summary>Something somebody wants to say about a case; it goes to the case as it is now, whatever was done meanwhile.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">备注, 催办 or 批示.</param>
/// <param name="Note">The words; <c>@姓名</c> in a 备注 names somebody.</param>
public sealed record SayRemark(Guid CaseId, CaseStepKind Kind, string Note)
{
    /// <summary>Accounts chosen from the list of those who can be named; they decide between people of the same name.</summary>
    public IReadOnlyList<Guid> Picked { get; init; } = [];
}

/// <summary>What people say about a case without moving it: 备注, 催办, 批示.</summary>
public sealed class RemarkService(IUnitOfWorkFactory units, IPeopleQueries people, TimeProvider time)
{
    private const int Offered = 12;

    /// <summary>Adds the words to the timeline.</summary>
    /// <returns>The number of the case; refused when the person may not know of the case or not say this.</returns>
    public Task<Result<CaseNumber>> SayAsync(Actor actor, SayRemark command, CancellationToken ct = default) =>
        units.ExecuteAsync<CaseNumber>(async unit =>
        {
            var found = await unit.Cases.FindAsync(command.CaseId, ct);
            if (found is null || !CaseVisibility.Of(actor).Allows(found))
                return new CaseErrors.NotFound();
            if (!actor.May(RemarkRule.For(command.Kind).Permission))
                return new PlatformErrors.NotPermitted();
            var named = command.Kind == CaseStepKind.Comment && command.Note.AsSpan().IndexOfAny('@', '＠') >= 0
                ? Mention.Read(PlainText.Clean(command.Note), await WhoMayBeNamedAsync(found, ct), command.Picked)
                : Result<IReadOnlyList<Mention>>.Ok([]);
            if (!named.IsOk)
                return Result<CaseNumber>.Refused(named.Errors);
            var said = found.Remark(command.Kind, actor, command.Note, time.GetUtcNow(), named.Value);
            if (!said.IsOk)
                return Result<CaseNumber>.Refused(said.Errors);
            unit.Audit(actor, CaseAudit.Of(found, command.Kind, ""));
            return found.Number;
        }, ct);

    /// <summary>People who can be named in a note on the case and whose name, or body, holds what was typed; those of the own body first.</summary>
    public async Task<IReadOnlyList<Actor>> FindPeopleAsync(Actor actor, Guid caseId, string typed, CancellationToken ct = default)
    {
        var read = await units.ExecuteAsync<IReadOnlyList<Actor>>(async unit =>
        {
            var found = await unit.Cases.FindAsync(caseId, ct);
            return found is null || !CaseVisibility.Of(actor).Allows(found) || !actor.May(Permission.CommentCase)
                ? new CaseErrors.NotFound()
                : Result<IReadOnlyList<Actor>>.Ok(await WhoMayBeNamedAsync(found, ct));
        }, ct);
        typed = PlainText.CleanLine(typed).TrimStart('@', '＠');
        return read.IsOk
            ? [.. read.Value.Where(p => p.UserId != actor.UserId)
                .Where(p => p.DisplayName.Contains(typed, StringComparison.Ordinal) || p.BodyName.Contains(typed, StringComparison.Ordinal))
                .OrderByDescending(p => p.DisplayName.StartsWith(typed, StringComparison.Ordinal)).ThenByDescending(p => p.BodyCode == actor.BodyCode)
                .ThenBy(p => p.BodyName, StringComparer.Ordinal).ThenBy(p => p.DisplayName, StringComparer.Ordinal).Take(Offered)]
            : [];
    }

    /// <summary>People of the bodies that have to do with the case, and who has acted on it, as far as they may know of it now.</summary>
    private async Task<IReadOnlyList<Actor>> WhoMayBeNamedAsync(Case subject, CancellationToken ct)
    {
        var bodies = subject.Parties.Select(p => p.BodyCode).Append(subject.ManagingBodyCode).Append(subject.LeadBodyCode).Append(subject.TurnBodyCode)
            .OfType<string>().Distinct().ToList();
        var known = await people.FindAsync(bodies, [.. subject.Steps.Select(s => s.ActorId).OfType<Guid>().Distinct()], ct);
        return [.. known.Where(p => CaseVisibility.Of(p).Allows(subject))];
    }
}
