using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ValidCode.Wiring;

/// <summary>Content types that arrive.</summary>
public static class ContentTypes
{
    private const string ProblemJson = "application/problem+json";

    public static Task RefuseAsync(HttpContext context, ProblemDetails problem, CancellationToken token)
    {
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(problem, options: null, ProblemJson, token);
    }

    public static async Task DescribeAsync(HttpContext context, ProblemDetails problem, CancellationToken token)
    {
        context.Response.ContentType = ProblemJson;
        await context.Response.WriteAsync(JsonSerializer.Serialize(problem), token);
    }

    public static async Task ListAsync(HttpContext context, IReadOnlyList<string> names, bool asText)
    {
        if (asText)
        {
            context.Response.ContentType = "text/csv";
            await context.Response.WriteAsync(string.Join(',', names), context.RequestAborted);
            return;
        }

        await context.Response.WriteAsJsonAsync(names, context.RequestAborted);
    }
}
