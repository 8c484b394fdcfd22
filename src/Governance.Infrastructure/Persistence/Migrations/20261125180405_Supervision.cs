using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddColumn<string>(
                name: "supervision",
                table: "cases",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "watch_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "watched_until",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "supervision_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    threshold_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    issued_by_body = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    reply_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reply = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replied_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    lift_words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_orders", x => x.id);
                    table.CheckConstraint("ck_supervisionorder_level", "level in ('Yellow', 'Red')");
                    table.ForeignKey(
                        name: "fk_supervision_orders_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_supervision_due_at_id",
                table: "cases",
                columns: new[] { "supervision", "due_at", "id" },
                filter: "supervision is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_watch_at",
                table: "cases",
                column: "watch_at",
                filter: "watch_at is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_supervision",
                table: "cases",
                sql: "supervision in ('Yellow', 'Red')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'AskExtension', 'GrantExtension', 'DenyExtension', 'AskPause', 'GrantPause', 'DenyPause', 'Resume', 'Recount', 'Supervise', 'ReplySupervision', 'LiftSupervision', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_orders_case_id",
                table: "supervision_orders",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "supervision_orders");

            migrationBuilder.DropIndex(
                name: "ix_cases_supervision_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_watch_at",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_supervision",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "supervision",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "watch_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "watched_until",
                table: "cases");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'AskExtension', 'GrantExtension', 'DenyExtension', 'AskPause', 'GrantPause', 'DenyPause', 'Resume', 'Recount', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");
        }
    }
}
