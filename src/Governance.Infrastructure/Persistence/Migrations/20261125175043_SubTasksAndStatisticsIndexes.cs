using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SubTasksAndStatisticsIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddColumn<int>(
                name: "open_tasks",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sub_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    given_by_body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    given_by_body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    result = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sub_tasks", x => x.id);
                    table.CheckConstraint("ck_subtask_state", "state in ('Assigned', 'Working', 'Reported', 'Done', 'Withdrawn')");
                    table.ForeignKey(
                        name: "fk_sub_tasks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications",
                sql: "kind in ('Turn', 'Urge', 'Instruction', 'Mention', 'Task')");

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

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'GiveTask', 'SignTask', 'ReportTask', 'AcceptTask', 'ReturnTask', 'WithdrawTask')");

            migrationBuilder.CreateIndex(
                name: "ix_sub_tasks_body_code_due_at_id",
                table: "sub_tasks",
                columns: new[] { "body_code", "due_at", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_sub_tasks_body_code_ended_at_id",
                table: "sub_tasks",
                columns: new[] { "body_code", "ended_at", "id" },
                filter: "ended_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_sub_tasks_case_id",
                table: "sub_tasks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_sub_tasks_given_by_body_code_due_at_id",
                table: "sub_tasks",
                columns: new[] { "given_by_body_code", "due_at", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_sub_tasks_given_by_body_code_ended_at_id",
                table: "sub_tasks",
                columns: new[] { "given_by_body_code", "ended_at", "id" },
                filter: "ended_at is not null");

            CaseDepartmentSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CaseDepartmentSql.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "sub_tasks");

            migrationBuilder.DropCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications");

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

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "open_tasks",
                table: "cases");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications",
                sql: "kind in ('Turn', 'Urge', 'Instruction', 'Mention')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement')");
        }
    }
}
