using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_account = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    actor_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    subject_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    subject_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true, collation: "C"),
                    detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    is_workday = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => x.date);
                    table.CheckConstraint("ck_calendardayrow_kind", "kind in ('Workday', 'Weekend', 'Holiday', 'SwapWorkday')");
                });

            migrationBuilder.CreateTable(
                name: "case_number_counters",
                columns: table => new
                {
                    county_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_number_counters", x => new { x.county_code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    place_detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    urgency = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    reporter_name = table.Column<byte[]>(type: "bytea", nullable: true),
                    reporter_phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    clock_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    managing_body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    lead_body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    lead_body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    result_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    reopen_count = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    submission_key = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    county_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, computedColumnSql: "substr(area_code, 1, 6)", stored: true, collation: "C"),
                    is_open = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "state not in ('Refused', 'Closed', 'Archived')", stored: true),
                    township_code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false, computedColumnSql: "substr(area_code, 1, 9)", stored: true, collation: "C"),
                    limit_basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    limit_rule_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    limit_unit = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    limit_value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_case_channel", "channel in ('Hotline', 'Counter', 'Letter', 'Visit', 'Web', 'GridMember', 'Emergency', 'Court', 'Superior', 'MemberUnit')");
                    table.CheckConstraint("ck_case_state", "state in ('Registered', 'Accepted', 'Refused', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");
                    table.CheckConstraint("ck_case_urgency", "urgency in ('Normal', 'Urgent', 'Critical')");
                });

            migrationBuilder.CreateTable(
                name: "divisions",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    parent = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true, collation: "C"),
                    level = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    initials = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_divisions", x => x.code);
                    table.CheckConstraint("ck_division_level", "level in ('Province', 'City', 'County', 'Township', 'Village')");
                });

            migrationBuilder.CreateTable(
                name: "reference_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    to_state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    target_body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_steps", x => x.id);
                    table.CheckConstraint("ck_casestep_kind", "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct')");
                    table.CheckConstraint("ck_casestep_to_state", "to_state in ('Registered', 'Accepted', 'Refused', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");
                    table.ForeignKey(
                        name: "fk_case_steps_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_id_at",
                table: "audit_entries",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                table: "audit_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_kind_subject_id_at",
                table: "audit_entries",
                columns: new[] { "subject_kind", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_steps_case_id_sequence",
                table: "case_steps",
                columns: new[] { "case_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_code_due_at_id",
                table: "cases",
                columns: new[] { "area_code", "due_at", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_code_registered_at_id",
                table: "cases",
                columns: new[] { "area_code", "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_county_code_due_at_id",
                table: "cases",
                columns: new[] { "county_code", "due_at", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_county_code_registered_at_id",
                table: "cases",
                columns: new[] { "county_code", "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_due_at_id",
                table: "cases",
                columns: new[] { "due_at", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_lead_body_code_due_at_id",
                table: "cases",
                columns: new[] { "lead_body_code", "due_at", "id" },
                filter: "is_open and lead_body_code is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_lead_body_code_registered_at_id",
                table: "cases",
                columns: new[] { "lead_body_code", "registered_at", "id" },
                filter: "lead_body_code is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_managing_body_code_due_at_id",
                table: "cases",
                columns: new[] { "managing_body_code", "due_at", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_registered_at_id",
                table: "cases",
                columns: new[] { "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_source_key",
                table: "cases",
                column: "source_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_submission_key",
                table: "cases",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_township_code_due_at_id",
                table: "cases",
                columns: new[] { "township_code", "due_at", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_township_code_registered_at_id",
                table: "cases",
                columns: new[] { "township_code", "registered_at", "id" });

            CaseSchemaSql.CreateSearch(migrationBuilder);
            CaseSchemaSql.GuardAuditEntries(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CaseSchemaSql.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "case_number_counters");

            migrationBuilder.DropTable(
                name: "case_steps");

            migrationBuilder.DropTable(
                name: "divisions");

            migrationBuilder.DropTable(
                name: "reference_versions");

            migrationBuilder.DropTable(
                name: "cases");
        }
    }
}
