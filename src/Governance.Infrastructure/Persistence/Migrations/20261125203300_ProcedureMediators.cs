using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ProcedureMediators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "item_law",
                table: "procedures",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "item_list_id",
                table: "procedures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "item_matter",
                table: "procedures",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "item_number",
                table: "procedures",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "mediator_id",
                table: "procedures",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedures_item_list_id",
                table: "procedures",
                column: "item_list_id",
                filter: "item_list_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_mediator_id_ended_at",
                table: "procedures",
                columns: new[] { "mediator_id", "ended_at" },
                filter: "mediator_id is not null");

            migrationBuilder.AddForeignKey(
                name: "fk_procedures_mediation_item_lists_item_list_id",
                table: "procedures",
                column: "item_list_id",
                principalTable: "mediation_item_lists",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_procedures_mediators_mediator_id",
                table: "procedures",
                column: "mediator_id",
                principalTable: "mediators",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_procedures_mediation_item_lists_item_list_id",
                table: "procedures");

            migrationBuilder.DropForeignKey(
                name: "fk_procedures_mediators_mediator_id",
                table: "procedures");

            migrationBuilder.DropIndex(
                name: "ix_procedures_item_list_id",
                table: "procedures");

            migrationBuilder.DropIndex(
                name: "ix_procedures_mediator_id_ended_at",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "item_law",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "item_list_id",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "item_matter",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "item_number",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "mediator_id",
                table: "procedures");
        }
    }
}
