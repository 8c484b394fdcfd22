using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StatisticsIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_cases_redone",
                table: "cases",
                columns: new[] { "registered_at", "id" },
                filter: "redone_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_cases_responded_late",
                table: "cases",
                columns: new[] { "registered_at", "id" },
                filter: "not responded_on_time");

            migrationBuilder.CreateIndex(
                name: "ix_cases_returned",
                table: "cases",
                columns: new[] { "registered_at", "id" },
                filter: "return_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_cases_unsolved",
                table: "cases",
                columns: new[] { "registered_at", "id" },
                filter: "not solved");

            CaseDepartmentSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CaseDepartmentSql.Drop(migrationBuilder);

            migrationBuilder.DropIndex(
                name: "ix_cases_redone",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_responded_late",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_returned",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_unsolved",
                table: "cases");
        }
    }
}
