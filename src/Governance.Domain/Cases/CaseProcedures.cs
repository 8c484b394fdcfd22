using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>What the timeline tells of procedures (化解程序, H38), which have a life of their own beside the case.</summary>
public sealed partial class Case
{
    /// <summary>Says that a procedure began, ended or was confirmed; the case itself stays where it is.</summary>
    /// <param name="kind">启动程序, 程序结束 or 司法确认.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="words">Which procedure, and how it ended.</param>
    /// <param name="ground">Key of the pack's grounds it rests on.</param>
    /// <param name="at">Now, UTC.</param>
    public void NoteProcedure(CaseStepKind kind, Actor actor, string words, string ground, DateTimeOffset at) =>
        Record(kind, actor, at, PlainText.Cut(words, CaseStep.NoteLength), ground);
}
