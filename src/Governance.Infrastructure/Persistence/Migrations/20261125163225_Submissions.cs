using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Submissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    source_key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    source_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source_number = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    place_text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    contact_name = table.Column<byte[]>(type: "bytea", nullable: true),
                    contact_phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    confidential = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: true, collation: "C"),
                    opened_at_once = table.Column<bool>(type: "boolean", nullable: false),
                    reply = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    county_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, computedColumnSql: "substr(area_code, 1, 6)", stored: true, collation: "C"),
                    township_code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false, computedColumnSql: "substr(area_code, 1, 9)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions", x => x.id);
                    table.CheckConstraint("ck_submission_channel", "channel in ('Hotline', 'Counter', 'Letter', 'Visit', 'Web', 'GridMember', 'Emergency', 'Court', 'Superior', 'MemberUnit')");
                    table.CheckConstraint("ck_submission_state", "state in ('Pending', 'Asked', 'Accepted', 'Refused', 'Merged')");
                });

            migrationBuilder.CreateTable(
                name: "submission_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_steps", x => x.id);
                    table.CheckConstraint("ck_submissionstep_kind", "kind in ('Accept', 'Refuse', 'Ask', 'Answer', 'Merge', 'HandOver')");
                    table.ForeignKey(
                        name: "fk_submission_steps_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_submission_steps_submission_id_sequence",
                table: "submission_steps",
                columns: new[] { "submission_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_case_number",
                table: "submissions",
                column: "case_number",
                filter: "case_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_county_code_received_at_id",
                table: "submissions",
                columns: new[] { "county_code", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_number",
                table: "submissions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_received_at_id",
                table: "submissions",
                columns: new[] { "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_source_number_source_key",
                table: "submissions",
                columns: new[] { "source_number", "source_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_state_due_at_id",
                table: "submissions",
                columns: new[] { "state", "due_at", "id" },
                filter: "state in ('Pending', 'Asked')");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_township_code_received_at_id",
                table: "submissions",
                columns: new[] { "township_code", "received_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "submission_steps");

            migrationBuilder.DropTable(
                name: "submissions");
        }
    }
}
