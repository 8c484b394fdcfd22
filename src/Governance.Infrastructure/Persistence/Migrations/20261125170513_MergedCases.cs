using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class MergedCases : Migration
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
                name: "merged_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "repeat_count",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "state_before_merge",
                table: "cases",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "appeals",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            MergedCasesSql.ChangeOpen(migrationBuilder);

            MergedCasesSql.CountAppeals(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "ix_cases_merged_into_id",
                table: "cases",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_merged",
                table: "cases",
                sql: "(state = 'Merged') = (merged_into_id is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_state",
                table: "cases",
                sql: "state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived', 'Merged')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_state_before_merge",
                table: "cases",
                sql: "state_before_merge in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived', 'Merged')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps",
                sql: "to_state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived', 'Merged')");

            migrationBuilder.AddForeignKey(
                name: "fk_cases_cases_merged_into_id",
                table: "cases",
                column: "merged_into_id",
                principalTable: "cases",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cases_cases_merged_into_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_merged_into_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_merged",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_state",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_state_before_merge",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "merged_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "repeat_count",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "state_before_merge",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "appeals",
                table: "case_tallies");

            MergedCasesSql.CountAppealsNoMore(migrationBuilder);

            MergedCasesSql.ChangeOpenBack(migrationBuilder);

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_state",
                table: "cases",
                sql: "state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_to_state",
                table: "case_steps",
                sql: "to_state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived')");
        }
    }
}
