using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LeadDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_case_state",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "consult_until",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "other_places",
                table: "cases",
                type: "character varying(260)",
                maxLength: 260,
                nullable: false,
                defaultValueSql: "''",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "turn_body_code",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "facts",
                table: "case_steps",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lead_parties",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    proposed_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    proposed_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    objected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_parties", x => new { x.case_id, x.body_code });
                    table.CheckConstraint("ck_leadparty_role", "role in ('Consulted', 'Lead', 'Assisting', 'Former')");
                    table.ForeignKey(
                        name: "fk_lead_parties_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_consult_until",
                table: "cases",
                column: "consult_until",
                filter: "consult_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_turn_body_code",
                table: "cases",
                column: "turn_body_code",
                filter: "turn_body_code is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_state",
                table: "cases",
                sql: "state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps",
                sql: "to_state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_lead_parties_body_code_case_id",
                table: "lead_parties",
                columns: new[] { "body_code", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_parties");

            migrationBuilder.DropIndex(
                name: "ix_cases_consult_until",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_turn_body_code",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_state",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "consult_until",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "other_places",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "turn_body_code",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "facts",
                table: "case_steps");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_state",
                table: "cases",
                sql: "state in ('Registered', 'Accepted', 'Refused', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps",
                sql: "to_state in ('Registered', 'Accepted', 'Refused', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");
        }
    }
}
