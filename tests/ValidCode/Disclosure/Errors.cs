using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ValidCode.Disclosure;

public sealed class OutOfStockException(string product) : Exception($"'{product}' is out of stock.");

public sealed class StockController(ILogger<StockController> logger, IWebHostEnvironment environment) : ControllerBase
{
    public IActionResult Reserve(string product, Action<string> reserve)
    {
        try
        {
            reserve(product);
            return Ok();
        }
        catch (OutOfStockException ex)
        {
            return Conflict(new { ex.Message });
        }
        catch (ArgumentException ex)
        {
            return BadRequest(ex.Message);
        }
        catch (IOException ex)
        {
            logger.LogError(ex, "{Product} cannot be reserved", product);
            return Problem(
                environment.IsDevelopment() ? ex.ToString() : "The stock cannot be reached.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
