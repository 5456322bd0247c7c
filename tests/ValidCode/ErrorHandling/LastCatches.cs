using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>What it knows is answered; all else goes on to whoever logs it.</summary>
public sealed class KnownFailures : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not TimeoutException) return false;
        httpContext.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        await httpContext.Response.WriteAsync("Try again in a minute", cancellationToken);
        return true;
    }
}

/// <summary>The last catch logs before it answers.</summary>
public sealed class LastGuard(RequestDelegate next, ILogger<LastGuard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "{Path} failed", context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
