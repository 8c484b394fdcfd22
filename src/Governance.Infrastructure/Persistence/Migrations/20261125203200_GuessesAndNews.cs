using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class GuessesAndNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_webhookdelivery_case_state",
                table: "webhook_deliveries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications",
                sql: "kind in ('Turn', 'Urge', 'Instruction', 'Mention', 'Task', 'TimeAsked', 'TimeDecided', 'Supervision')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications");

            migrationBuilder.AddCheckConstraint(
                name: "ck_webhookdelivery_case_state",
                table: "webhook_deliveries",
                sql: "case_state in ('Registered', 'Accepted', 'Refused', 'Consulting', 'Deciding', 'Dispatched', 'Handling', 'Verifying', 'Verified', 'Closed', 'Archived', 'Merged')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notification_kind",
                table: "notifications",
                sql: "kind in ('Turn', 'Urge', 'Instruction', 'Mention', 'Task')");
        }
    }
}
