using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InquiriesAndRestrictedSubmissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.AddColumn<string>(
                name: "restriction_key",
                table: "submissions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "handlers",
                table: "case_hand_overs",
                type: "character varying(410)",
                maxLength: 410,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "case_inquiries",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    wish = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true, collation: "C"),
                    conclusion = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true, collation: "C"),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    measures = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_inquiries", x => x.case_id);
                    table.CheckConstraint("ck_inquiry_conclusion", "conclusion in ('True', 'PartlyTrue', 'Untrue', 'Undetermined')");
                    table.CheckConstraint("ck_inquiry_wish", "wish in ('Online', 'Phone', 'InPerson', 'None')");
                    table.ForeignKey(
                        name: "fk_case_inquiries_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "submission_circle_members",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_circle_members", x => new { x.submission_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_submission_circle_members_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "submission_incidents",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hurt = table.Column<byte[]>(type: "bytea", nullable: true),
                    doers = table.Column<byte[]>(type: "bytea", nullable: true),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    wish = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_incidents", x => x.submission_id);
                    table.CheckConstraint("ck_submissionincident_role", "role in ('Student', 'Parent', 'Teacher', 'Bystander')");
                    table.CheckConstraint("ck_submissionincident_wish", "wish in ('Online', 'Phone', 'InPerson', 'None')");
                    table.ForeignKey(
                        name: "fk_submission_incidents_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_inquiry_replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    way = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_released = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_inquiry_replies", x => x.id);
                    table.CheckConstraint("ck_inquiryreply_way", "way in ('Online', 'Phone', 'InPerson', 'Letter')");
                    table.ForeignKey(
                        name: "fk_case_inquiry_replies_case_inquiries_case_id",
                        column: x => x.case_id,
                        principalTable: "case_inquiries",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_restriction_key_state",
                table: "submissions",
                columns: new[] { "restriction_key", "state" },
                filter: "restriction_key is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'AskExtension', 'GrantExtension', 'DenyExtension', 'AskPause', 'GrantPause', 'DenyPause', 'Resume', 'Recount', 'Supervise', 'ReplySupervision', 'LiftSupervision', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'GiveTask', 'SignTask', 'ReportTask', 'AcceptTask', 'ReturnTask', 'WithdrawTask', 'RecordFinding', 'AnswerReporter', 'NotifyBody', 'KeepConfidential', 'EndConfidence', 'NameHandlers', 'Restrict', 'LiftRestriction', 'ChangeCircle', 'HandOver', 'ConfirmReceipt', 'RemindOfReceipt', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");

            migrationBuilder.CreateIndex(
                name: "ix_case_inquiry_replies_case_id_recorded_at",
                table: "case_inquiry_replies",
                columns: new[] { "case_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_submission_circle_members_user_id_submission_id",
                table: "submission_circle_members",
                columns: new[] { "user_id", "submission_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_inquiry_replies");

            migrationBuilder.DropTable(
                name: "submission_circle_members");

            migrationBuilder.DropTable(
                name: "submission_incidents");

            migrationBuilder.DropTable(
                name: "case_inquiries");

            migrationBuilder.DropIndex(
                name: "ix_submissions_restriction_key_state",
                table: "submissions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps");

            migrationBuilder.DropColumn(
                name: "restriction_key",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "handlers",
                table: "case_hand_overs");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casestep_kind",
                table: "case_steps",
                sql: "kind in ('Register', 'Accept', 'Refuse', 'Dispatch', 'Recall', 'Sign', 'Return', 'SubmitResult', 'PassVerification', 'FailVerification', 'Close', 'Archive', 'Reopen', 'Correct', 'Consult', 'AnswerConsultation', 'TakeMeasures', 'AgreeOnLead', 'Refer', 'RaiseObjection', 'Designate', 'RejectObjection', 'Rate', 'Comment', 'Urge', 'Instruct', 'Merge', 'TakeInRepeats', 'Unmerge', 'ReleaseRepeat', 'AskExtension', 'GrantExtension', 'DenyExtension', 'AskPause', 'GrantPause', 'DenyPause', 'Resume', 'Recount', 'Supervise', 'ReplySupervision', 'LiftSupervision', 'OpenProcedure', 'EndProcedure', 'ConfirmAgreement', 'GiveTask', 'SignTask', 'ReportTask', 'AcceptTask', 'ReturnTask', 'WithdrawTask', 'Restrict', 'LiftRestriction', 'ChangeCircle', 'HandOver', 'ConfirmReceipt', 'RemindOfReceipt', 'NameInCharge', 'FollowUp', 'EndCharge', 'ReportInstruction')");
        }
    }
}
