using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CaseTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_tallies",
                columns: table => new
                {
                    parent_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    area_code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false, collation: "C"),
                    dimension = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    key = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    registered = table.Column<int>(type: "integer", nullable: false),
                    closed = table.Column<int>(type: "integer", nullable: false),
                    closed_on_time = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_tallies", x => new { x.parent_code, x.month, x.area_code, x.dimension, x.key });
                    table.CheckConstraint("ck_casetallyrow_dimension", "dimension in ('Category', 'Channel')");
                });
            CaseTallySql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CaseTallySql.Drop(migrationBuilder);
            migrationBuilder.DropTable(
                name: "case_tallies");
        }
    }
}
