using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Procedures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.CreateTable(
                name: "confirmed_limits",
                columns: table => new
                {
                    limit_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    value = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    ground = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmed_limits", x => x.limit_id);
                    table.CheckConstraint("ck_confirmedlimitrow_unit", "unit in ('WorkingDay', 'CalendarDay', 'Month')");
                });

            migrationBuilder.CreateTable(
                name: "paper_number_counters",
                columns: table => new
                {
                    sign = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_number_counters", x => new { x.sign, x.year });
                });

            migrationBuilder.CreateTable(
                name: "procedures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nature = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    step_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    step_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    mediator = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    act = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    outcome_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    result = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true, collation: "C"),
                    is_final = table.Column<bool>(type: "boolean", nullable: false),
                    terms = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    limit_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    limit_from = table.Column<DateOnly>(type: "date", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_extended = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    confirm_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirm_applied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirm_court = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    confirm_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmation = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true, collation: "C"),
                    due_order = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, computedColumnSql: "coalesce(due_at, timestamptz '2200-01-01 00:00:00+00')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures", x => x.id);
                    table.CheckConstraint("ck_procedure_confirmation", "confirmation in ('Confirmed', 'Rejected')");
                    table.CheckConstraint("ck_procedure_nature", "nature in ('Reconciliation', 'Mediation', 'DivertedMediation', 'EntrustedMediation', 'Petition', 'LabourArbitration', 'CommercialArbitration', 'LandArbitration', 'Ruling', 'Reconsideration', 'CivilSuit', 'AdministrativeSuit')");
                    table.CheckConstraint("ck_procedure_result", "result in ('Success', 'Failure', 'Withdrawn', 'Transferred')");
                    table.ForeignKey(
                        name: "fk_procedures_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_entries", x => x.id);
                    table.CheckConstraint("ck_procedureentry_kind", "kind in ('Open', 'Step', 'Extend', 'Change', 'End', 'HandOver', 'Receipt', 'ApplyConfirmation', 'Confirmation', 'Remind')");
                    table.ForeignKey(
                        name: "fk_procedure_entries_procedures_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_hand_overs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_hand_overs", x => x.id);
                    table.CheckConstraint("ck_procedurehandover_direction", "direction in ('FromCourt', 'ToCourt', 'ToBody')");
                    table.ForeignKey(
                        name: "fk_procedure_hand_overs_procedures_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_papers",
                columns: table => new
                {
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    part = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_papers", x => new { x.procedure_id, x.template, x.part });
                    table.ForeignKey(
                        name: "fk_procedure_papers_procedures_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement')");

            migrationBuilder.CreateIndex(
                name: "ix_procedure_entries_procedure_id_sequence",
                table: "procedure_entries",
                columns: new[] { "procedure_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedure_hand_overs_procedure_id_sequence",
                table: "procedure_hand_overs",
                columns: new[] { "procedure_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedure_papers_number",
                table: "procedure_papers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedures_case_id",
                table: "procedures",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_confirm_until_id",
                table: "procedures",
                columns: new[] { "confirm_until", "id" },
                filter: "confirm_until is not null and confirm_applied_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_due_order_id",
                table: "procedures",
                columns: new[] { "due_order", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_ended_at_id",
                table: "procedures",
                columns: new[] { "ended_at", "id" },
                filter: "ended_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "confirmed_limits");

            migrationBuilder.DropTable(
                name: "paper_number_counters");

            migrationBuilder.DropTable(
                name: "procedure_entries");

            migrationBuilder.DropTable(
                name: "procedure_hand_overs");

            migrationBuilder.DropTable(
                name: "procedure_papers");

            migrationBuilder.DropTable(
                name: "procedures");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat')");
        }
    }
}
