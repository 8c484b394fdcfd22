using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RestrictedCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_area_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_county_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_county_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_lead_body_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_lead_body_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_township_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_township_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddColumn<bool>(
                name: "is_restricted",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "reporter_confidential",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "case_circle_members",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    is_keeper = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_circle_members", x => new { x.case_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_case_circle_members_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_hand_overs",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    handed_over_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    handed_over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    receipt_hours = table.Column<int>(type: "integer", nullable: false),
                    receipt_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    received_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_hand_overs", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_hand_overs_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    identity_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    identity_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_participants", x => x.id);
                    table.CheckConstraint("ck_participant_kind", "kind in ('Person', 'LegalPerson', 'Organisation', 'SoleTrader')");
                    table.CheckConstraint("ck_participant_role", "role in ('Applicant', 'Respondent', 'ThirdParty', 'Reporter', 'Other')");
                    table.ForeignKey(
                        name: "fk_case_participants_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_restrictions",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    rule_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    keeper_body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    keeper_body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    restricted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registrar_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_restrictions", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_restrictions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_code_due_at_id",
                table: "cases",
                columns: new[] { "area_code", "due_at", "id" },
                filter: "is_open and not is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_code_registered_at_id",
                table: "cases",
                columns: new[] { "area_code", "registered_at", "id" },
                filter: "not is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_category_code",
                table: "cases",
                column: "category_code",
                filter: "not is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_county_code_due_at_id",
                table: "cases",
                columns: new[] { "county_code", "due_at", "id" },
                filter: "is_open and not is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_county_code_registered_at_id",
                table: "cases",
                columns: new[] { "county_code", "registered_at", "id" },
                filter: "not is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_is_restricted_number",
                table: "cases",
                columns: new[] { "is_restricted", "number" },
                filter: "is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_lead_body_code_due_at_id",
                table: "cases",
                columns: new[] { "lead_body_code", "due_at", "id" },
                filter: "is_open and lead_body_code is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "is_restricted" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_lead_body_code_registered_at_id",
                table: "cases",
                columns: new[] { "lead_body_code", "registered_at", "id" },
                filter: "lead_body_code is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "is_restricted" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_township_code_due_at_id",
                table: "cases",
                columns: new[] { "township_code", "due_at", "id" },
                filter: "is_open and not is_restricted");

            migrationBuilder.CreateIndex(
                name: "ix_cases_township_code_registered_at_id",
                table: "cases",
                columns: new[] { "township_code", "registered_at", "id" },
                filter: "not is_restricted");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'Restrict', 'LiftRestriction', 'ChangeCircle', 'HandOver', 'ConfirmReceipt', 'RemindOfReceipt')");

            migrationBuilder.CreateIndex(
                name: "ix_case_circle_members_user_id_case_id",
                table: "case_circle_members",
                columns: new[] { "user_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_hand_overs_remind_at",
                table: "case_hand_overs",
                column: "remind_at",
                filter: "remind_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_participants_case_id",
                table: "case_participants",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_participants_identity_hash",
                table: "case_participants",
                column: "identity_hash",
                filter: "identity_hash is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_participants_phone_hash",
                table: "case_participants",
                column: "phone_hash",
                filter: "phone_hash is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_restrictions_registrar_id_restricted_at",
                table: "case_restrictions",
                columns: new[] { "registrar_id", "restricted_at" });

            RestrictedTallySql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            RestrictedTallySql.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "case_circle_members");

            migrationBuilder.DropTable(
                name: "case_hand_overs");

            migrationBuilder.DropTable(
                name: "case_participants");

            migrationBuilder.DropTable(
                name: "case_restrictions");

            migrationBuilder.DropIndex(
                name: "ix_cases_area_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_area_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_category_code",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_county_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_county_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_is_restricted_number",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_lead_body_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_lead_body_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_township_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_township_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "is_restricted",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "reporter_confidential",
                table: "cases");

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
                name: "ix_cases_township_code_due_at_id",
                table: "cases",
                columns: new[] { "township_code", "due_at", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_township_code_registered_at_id",
                table: "cases",
                columns: new[] { "township_code", "registered_at", "id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement')");
        }
    }
}
