using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RestrictionsTimeAndTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications");

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

            migrationBuilder.AddColumn<int>(
                name: "open_tasks",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_until",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "reporter_confidential",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "supervision",
                table: "cases",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "time_asked_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    case_state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    body = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                    table.CheckConstraint("ck_webhookdelivery_case_state", "case_state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived', 'Merged')");
                    table.CheckConstraint("ck_webhookdelivery_state", "state in ('Pending', 'Delivered', 'Failed')");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications",
                sql: "kind in ('Turn', 'Urge', 'Instruction', 'Mention', 'Task')");

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
                name: "ix_cases_paused_until",
                table: "cases",
                column: "paused_until",
                filter: "paused_until is not null");

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
                name: "ix_cases_supervision_due_at_id",
                table: "cases",
                columns: new[] { "supervision", "due_at", "id" },
                filter: "supervision is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_time_asked_at",
                table: "cases",
                column: "time_asked_at",
                filter: "time_asked_at is not null");

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

            migrationBuilder.CreateIndex(
                name: "ix_cases_unsolved",
                table: "cases",
                columns: new[] { "registered_at", "id" },
                filter: "not solved");

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
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'AskExtension', 'GrantExtension', 'DenyExtension', 'AskPause', 'GrantPause', 'DenyPause', 'Resume', 'Recount', 'Supervise', 'ReplySupervision', 'LiftSupervision', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'GiveTask', 'SignTask', 'ReportTask', 'AcceptTask', 'ReturnTask', 'WithdrawTask', 'Restrict', 'LiftRestriction', 'ChangeCircle', 'HandOver', 'ConfirmReceipt', 'RemindOfReceipt', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");

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

            migrationBuilder.CreateIndex(
                name: "ix_supervision_orders_case_id",
                table: "supervision_orders",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_time_requests_case_id",
                table: "time_requests",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_client_id_case_id_sequence",
                table: "webhook_deliveries",
                columns: new[] { "client_id", "case_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_client_id_created_at_id",
                table: "webhook_deliveries",
                columns: new[] { "client_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_due_at",
                table: "webhook_deliveries",
                column: "due_at",
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_ended_at",
                table: "webhook_deliveries",
                column: "ended_at");

            CaseDepartmentSql.Create(migrationBuilder);
            RestrictedTallySql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            RestrictedTallySql.Drop(migrationBuilder);
            CaseDepartmentSql.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "case_circle_members");

            migrationBuilder.DropTable(
                name: "case_hand_overs");

            migrationBuilder.DropTable(
                name: "case_participants");

            migrationBuilder.DropTable(
                name: "case_restrictions");

            migrationBuilder.DropTable(
                name: "sub_tasks");

            migrationBuilder.DropTable(
                name: "supervision_orders");

            migrationBuilder.DropTable(
                name: "time_requests");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications");

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
                name: "ix_cases_paused_until",
                table: "cases");

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
                name: "ix_cases_supervision_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_time_asked_at",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_township_code_due_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_township_code_registered_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_unsolved",
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
                name: "is_restricted",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "open_tasks",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "reporter_confidential",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supervision",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "time_asked_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "watch_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "watched_until",
                table: "cases");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications",
                sql: "kind in ('Turn', 'Urge', 'Instruction', 'Mention')");

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
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");
        }
    }
}
