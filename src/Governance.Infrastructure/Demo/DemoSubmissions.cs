using System.Globalization;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;

namespace Governance.Infrastructure.Demo;

/// <summary>Some submissions that wait for the demo's reviewers; sent once, whatever runs again.</summary>
internal sealed class DemoSubmissions(SubmissionService submissions, DemoRoster roster)
{
    private static readonly SubmissionSource Hotline = new("demo-hotline", "12345 热线平台", CaseChannel.Hotline);

    // Place, words for the place, title, what happened, wish for confidentiality.
    private IReadOnlyList<(AreaCode? Place, string Words, string Title, string Description, bool Confidential)> Told =>
    [
        (roster.Village, "六号楼前", "小区路灯不亮", "六号楼前的路灯一周没亮，晚上老人出门看不清路，希望尽快修好。", false),
        (roster.Village, "三单元", "楼上漏水没人管", "三单元楼上漏水，天花板已经发霉，找了物业三次没有人来。", false),
        (roster.Township, "早市西口", "早市占道，车进不来", "早市的摊位摆到了路中间，消防车也进不来，每天要到十点才散。", false),
        (roster.OtherTownship, "中心小学北门", "学校门口乱停车", "放学时北门口停满了车，孩子只能在车缝里走。", true),
        (null, "城东新修的那条路", "工地夜里施工太吵", "工地连着几个晚上过了十二点还在施工，家里孩子要考试。", false),
        (null, "", "水费账单不对", "这个月水费比平时多了一倍，家里没有漏水，希望核实。", false),
    ];

    /// <summary>Sends them.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        for (var i = 0; i < Told.Count; i++)
        {
            var (place, words, title, description, confidential) = Told[i];
            var draft = new SubmissionDraft("demo-" + (i + 1).ToString(CultureInfo.InvariantCulture), title, description)
            {
                Place = place, PlaceText = words, ContactName = "王芳", ContactPhone = $"1390000{i + 1:0000}", Confidential = confidential,
            };
            await submissions.ReceiveAsync(i % 2 == 0 ? SubmissionSource.Web : Hotline, draft, ct);
        }
    }
}
