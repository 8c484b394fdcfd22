using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DailyWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddColumn<DateOnly>(
                name: "charge_due_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "charge_every_days",
                table: "cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "charge_leader_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "charge_leader_name",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mentions",
                table: "case_steps",
                type: "character varying(1460)",
                maxLength: 1460,
                nullable: false,
                defaultValueSql: "''");

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    query = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filters", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_charge_leader_id_charge_due_on_id",
                table: "cases",
                columns: new[] { "charge_leader_id", "charge_due_on", "id" },
                filter: "charge_leader_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_body_code",
                table: "saved_filters",
                column: "body_code",
                filter: "is_shared");

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_owner_id_name",
                table: "saved_filters",
                columns: new[] { "owner_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropIndex(
                name: "ix_cases_charge_leader_id_charge_due_on_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "charge_due_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "charge_every_days",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "charge_leader_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "charge_leader_name",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "mentions",
                table: "case_steps");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement')");
        }
    }
}
