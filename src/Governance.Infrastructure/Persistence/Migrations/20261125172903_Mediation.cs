using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Mediation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mediation_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediation_changes", x => x.id);
                    table.CheckConstraint("ck_mediationchange_kind", "kind in ('Founded', 'Changed', 'Dissolved', 'Restored', 'Appointed', 'Ended', 'Reappointed', 'LeaveTaken', 'LeaveEnded', 'Drafted', 'Submitted', 'Confirmed', 'SentBack', 'Published')");
                });

            migrationBuilder.CreateTable(
                name: "mediation_committees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    body_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    office_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    leader_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    founded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rooms = table.Column<int>(type: "integer", nullable: false),
                    dissolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    specialities = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediation_committees", x => x.id);
                    table.CheckConstraint("ck_mediationcommittee_kind", "kind in ('Peoples', 'Trade', 'Administrative', 'Studio')");
                });

            migrationBuilder.CreateTable(
                name: "mediation_item_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    last_number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    superseded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by_body = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediation_item_lists", x => x.id);
                    table.CheckConstraint("ck_mediationitemlist_state", "state in ('Draft', 'Confirming', 'Confirmed', 'Published')");
                });

            migrationBuilder.CreateTable(
                name: "mediators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    studio_id = table.Column<Guid>(type: "uuid", nullable: true),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    is_full_time = table.Column<bool>(type: "boolean", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    appointed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    term_until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    specialities = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediators", x => x.id);
                    table.ForeignKey(
                        name: "fk_mediators_mediation_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "mediation_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mediators_mediation_committees_studio_id",
                        column: x => x.studio_id,
                        principalTable: "mediation_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mediation_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    matter = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    body_key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    remedy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    law = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_law_checked = table.Column<bool>(type: "boolean", nullable: false),
                    categories = table.Column<List<string>>(type: "text[]", nullable: false),
                    levels = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediation_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_mediation_items_mediation_item_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "mediation_item_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mediator_leaves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediator_leaves", x => x.id);
                    table.CheckConstraint("ck_mediatorleave_kind", "kind in ('Personal', 'Sick', 'Duty', 'Other')");
                    table.ForeignKey(
                        name: "fk_mediator_leaves_mediators_mediator_id",
                        column: x => x.mediator_id,
                        principalTable: "mediators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mediation_changes_subject_id_at",
                table: "mediation_changes",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_mediation_committees_area_code_id",
                table: "mediation_committees",
                columns: new[] { "area_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mediation_committees_area_code_name",
                table: "mediation_committees",
                columns: new[] { "area_code", "name" },
                unique: true,
                filter: "dissolved_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_mediation_item_lists_area_code",
                table: "mediation_item_lists",
                column: "area_code",
                unique: true,
                filter: "state <> 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_mediation_item_lists_area_code_edition",
                table: "mediation_item_lists",
                columns: new[] { "area_code", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mediation_items_list_id_number",
                table: "mediation_items",
                columns: new[] { "list_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mediator_leaves_mediator_id_until_day",
                table: "mediator_leaves",
                columns: new[] { "mediator_id", "until_day" });

            migrationBuilder.CreateIndex(
                name: "ix_mediators_area_code_id",
                table: "mediators",
                columns: new[] { "area_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mediators_committee_id_name",
                table: "mediators",
                columns: new[] { "committee_id", "name" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_mediators_studio_id",
                table: "mediators",
                column: "studio_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mediation_changes");

            migrationBuilder.DropTable(
                name: "mediation_items");

            migrationBuilder.DropTable(
                name: "mediator_leaves");

            migrationBuilder.DropTable(
                name: "mediation_item_lists");

            migrationBuilder.DropTable(
                name: "mediators");

            migrationBuilder.DropTable(
                name: "mediation_committees");
        }
    }
}
