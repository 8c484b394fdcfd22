using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    added_by_body = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    removed_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.CheckConstraint("ck_attachment_kind", "kind in ('Jpeg', 'Png', 'Pdf', 'Word', 'Excel')");
                    table.CheckConstraint("ck_attachment_owner", "owner in ('Case', 'Submission')");
                    table.CheckConstraint("ck_attachment_stage", "stage in ('Register', 'Handle', 'Verify', 'Answer')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_owner_id_added_at",
                table: "attachments",
                columns: new[] { "owner_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_owner_id_sha256",
                table: "attachments",
                columns: new[] { "owner_id", "sha256" },
                unique: true,
                filter: "removed_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments");
        }
    }
}
