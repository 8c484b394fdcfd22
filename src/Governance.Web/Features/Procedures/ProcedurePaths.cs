namespace Governance.Web.Features.Procedures;

/// <summary>Addresses of procedures and their papers.</summary>
public static class ProcedurePaths
{
    /// <summary>The work list.</summary>
    public const string List = "/procedures";

    /// <summary>The tab of a case.</summary>
    public static string Tab(string number) => $"/cases/{number}/procedures";

    /// <summary>A paper as a page to print.</summary>
    public static string Paper(string number, Guid id, string code) => $"/cases/{number}/procedures/{id}/{code}";

    /// <summary>A paper for Word.</summary>
    public static string Word(string number, Guid id, string code) => $"{Paper(number, id, code)}.docx";
}
