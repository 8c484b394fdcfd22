using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TimeRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_until",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "time_asked_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "time_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    value = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    rule_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_by_body = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decided_by_body = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    decision = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_time_requests", x => x.id);
                    table.CheckConstraint("ck_timerequest_kind", "kind in ('Extension', 'Pause')");
                    table.CheckConstraint("ck_timerequest_state", "state in ('Pending', 'Granted', 'Refused', 'Lapsed')");
                    table.ForeignKey(
                        name: "fk_time_requests_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_paused_until",
                table: "cases",
                column: "paused_until",
                filter: "paused_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_time_asked_at",
                table: "cases",
                column: "time_asked_at",
                filter: "time_asked_at is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'AskExtension', 'GrantExtension', 'DenyExtension', 'AskPause', 'GrantPause', 'DenyPause', 'Resume', 'Recount', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");

            migrationBuilder.CreateIndex(
                name: "ix_time_requests_case_id",
                table: "time_requests",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "time_requests");

            migrationBuilder.DropIndex(
                name: "ix_cases_paused_until",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_time_asked_at",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "time_asked_at",
                table: "cases");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");
        }
    }
}
