using Governance.Application.Attachments;
using Governance.Application.Parties;
using Governance.Domain.Parties;
using Governance.Infrastructure.Platform.Files;

namespace Governance.Infrastructure.Demo;

/// <summary>Fills the folder of a demo case: its participants and its files (材料), all invented.</summary>
public sealed class DemoFolders(ParticipantService participants, AttachmentService attachments)
{
    // The example numbers of the national standards GB 11643 and GB 32100: valid, and nobody's.
    private const string CitizenNumber = "11010519491231002X";
    private const string CreditNumber = "91350100M000100Y43";

    private static readonly ParticipantFacts[] People =
    [
        new(ParticipantKind.Person, ParticipantRole.Applicant, "乌云其其格", "13800001001", CitizenNumber, "和顺家园 3 号楼 1 单元 601"),
        new(ParticipantKind.Person, ParticipantRole.Respondent, "赵德山", "13800001002", null, "和顺家园 3 号楼 1 单元 201"),
        new(ParticipantKind.LegalPerson, ParticipantRole.ThirdParty, "安居物业服务有限公司", "04710001234", CreditNumber, "文化街 18 号"),
    ];

    /// <summary>Does so in the name of the department that handles the case.</summary>
    internal async Task FillAsync(DemoCrew crew, Guid caseId, CancellationToken ct)
    {
        foreach (var person in People)
            await participants.AddAsync(crew.Handler, new AddParticipant(caseId, person), ct);
        foreach (var (name, resource) in new[] { ("现场照片一.png", "demo-photo-leak.png"), ("现场照片二.png", "demo-photo-road.png") })
            await attachments.AddToCaseAsync(crew.Handler, caseId, new NewFile(name, Read(resource)), ct);
        await attachments.AddToCaseAsync(crew.County, caseId, new NewFile("住户意见登记表.xlsx", await OpinionsAsync(ct)), ct);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(DemoFolders).Assembly.GetManifestResourceStream("Governance.Infrastructure.Demo." + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<byte[]> OpinionsAsync(CancellationToken ct)
    {
        using var file = new MemoryStream();
        await ExcelFile.WriteAsync(file, "住户意见", "住户意见登记表（演示）", [new("门牌"), new("意见"), new("理由")], Rows(), ct);
        return file.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows()
    {
        yield return ["601", "同意", "家有老人，出行不便"];
        yield return ["402", "同意", ""];
        yield return ["201", "不同意", "担心采光和噪声"];
        await Task.CompletedTask;
    }
}
