using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CaseStatistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            CaseStatisticsSql.Drop(migrationBuilder);

            migrationBuilder.DropCheckConstraint(
                name: "ck_casetallyrow_dimension",
                table: "case_tallies");

            migrationBuilder.AddColumn<int>(
                name: "redone_count",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "responded_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "responded_on_time",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "return_count",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "solved",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "key",
                table: "case_tallies",
                type: "character varying(28)",
                maxLength: 28,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(24)",
                oldMaxLength: 24,
                oldCollation: "C");

            migrationBuilder.AddColumn<int>(
                name: "pleased",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "rated",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "redone",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "responded",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "responded_on_time",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "returned",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "solved",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "solved_asked",
                table: "case_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddCheckConstraint(
                name: "ck_casetallyrow_dimension",
                table: "case_tallies",
                sql: "dimension in ('Category', 'Channel', 'Department')");

            CaseStatisticsSql.Backfill(migrationBuilder);
            CaseStatisticsSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CaseTallySql.Drop(migrationBuilder);
            migrationBuilder.Sql("truncate case_tallies");

            migrationBuilder.DropCheckConstraint(
                name: "ck_casetallyrow_dimension",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "redone_count",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "responded_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "responded_on_time",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "return_count",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "solved",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "pleased",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "rated",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "redone",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "responded",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "responded_on_time",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "returned",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "solved",
                table: "case_tallies");

            migrationBuilder.DropColumn(
                name: "solved_asked",
                table: "case_tallies");

            migrationBuilder.AlterColumn<string>(
                name: "key",
                table: "case_tallies",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(28)",
                oldMaxLength: 28,
                oldCollation: "C");

            migrationBuilder.AddCheckConstraint(
                name: "ck_casetallyrow_dimension",
                table: "case_tallies",
                sql: "dimension in ('Category', 'Channel')");

            CaseTallySql.Create(migrationBuilder);
        }
    }
}
