using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FoldedTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_casetallyrow_dimension",
                table: "case_tallies");

            migrationBuilder.CreateTable(
                name: "case_day_tallies",
                columns: table => new
                {
                    parent_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    area_code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false, collation: "C"),
                    dimension = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    key = table.Column<string>(type: "character varying(28)", maxLength: 28, nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    registered = table.Column<int>(type: "integer", nullable: false),
                    closed = table.Column<int>(type: "integer", nullable: false),
                    closed_on_time = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    responded = table.Column<int>(type: "integer", nullable: false),
                    responded_on_time = table.Column<int>(type: "integer", nullable: false),
                    solved_asked = table.Column<int>(type: "integer", nullable: false),
                    solved = table.Column<int>(type: "integer", nullable: false),
                    rated = table.Column<int>(type: "integer", nullable: false),
                    pleased = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<int>(type: "integer", nullable: false),
                    redone = table.Column<int>(type: "integer", nullable: false),
                    appeals = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_day_tallies", x => new { x.parent_code, x.day, x.area_code, x.dimension, x.key });
                    table.CheckConstraint("ck_casedaytally_dimension", "dimension in ('Category', 'Channel', 'Department')");
                });

            migrationBuilder.CreateTable(
                name: "case_tally_changes",
                columns: table => new
                {
                    sign = table.Column<short>(type: "smallint", nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    lead_body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    responded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    responded_on_time = table.Column<bool>(type: "boolean", nullable: true),
                    solved = table.Column<bool>(type: "boolean", nullable: true),
                    satisfaction = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true, collation: "C"),
                    reopened_by_reporter = table.Column<bool>(type: "boolean", nullable: false),
                    return_count = table.Column<int>(type: "integer", nullable: false),
                    redone_count = table.Column<int>(type: "integer", nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_casemonthtally_dimension",
                table: "case_tallies",
                sql: "dimension in ('Category', 'Channel', 'Department')");

            FoldedTalliesSql.Create(migrationBuilder);
            SearchInScopeSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SearchInScopeSql.Drop(migrationBuilder);
            FoldedTalliesSql.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "case_day_tallies");

            migrationBuilder.DropTable(
                name: "case_tally_changes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casemonthtally_dimension",
                table: "case_tallies");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casetallyrow_dimension",
                table: "case_tallies",
                sql: "dimension in ('Category', 'Channel', 'Department')");
        }
    }
}
