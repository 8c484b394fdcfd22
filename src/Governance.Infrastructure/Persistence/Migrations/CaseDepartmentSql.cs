using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>The index of the cases of a department at every level: what follows the area code in the code of the lead body.</summary>
internal static class CaseDepartmentSql
{
    /// <summary>Makes it.</summary>
    public static void Create(MigrationBuilder migrations) => migrations.Sql(
        "create index ix_cases_department on cases (substring(lead_body_code, 14), registered_at, id) where lead_body_code is not null;");

    /// <summary>Takes it back.</summary>
    public static void Drop(MigrationBuilder migrations) => migrations.Sql("drop index ix_cases_department;");
}
