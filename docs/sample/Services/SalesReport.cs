using Dapper;
using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop.Services;

public class SalesReport(ShopContext db)
{
    public async Task<(int Orders, float Revenue)> ForDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var from = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var orders = await db.Orders
            .Where(order => order.PlacedAt >= from && order.PlacedAt < from.AddDays(1))
            .CountAsync(cancellationToken);

        var connection = db.Database.GetDbConnection();
        var revenue = await connection.ExecuteScalarAsync<float>(
            """SELECT SUM("Total") FROM "Orders" WHERE "PlacedAt"::date = @from::date""",
            new { from });

        return (orders, revenue);
    }
}
