using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable
#pragma warning disable

namespace ValidCode.Governance;

public partial class AddBooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.EnsureSchema("books");
}
