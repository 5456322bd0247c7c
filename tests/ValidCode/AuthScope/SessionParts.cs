using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AuthScope;

/// <summary>Where the parts of sessions are kept.</summary>
public interface ISessionParts
{
    Task<string?> FindAsync(Guid sessionId, Guid partId, CancellationToken cancellation);

    Task<bool> BelongsAsync(Guid sessionId, Guid partId, CancellationToken cancellation);

    Task<string?> ReadAsync(Guid partId, CancellationToken cancellation);
}

/// <summary>Routes that name two things: both are asked for, here or one step before.</summary>
[ApiController, Authorize(Policy = "sessions"), Route("sessions/{sessionId:guid}/parts")]
public sealed class SessionPartsController(ISessionParts parts) : ControllerBase
{
    [HttpGet("{partId:guid}")]
    public async Task<IActionResult> Get(Guid sessionId, Guid partId, CancellationToken cancellation) =>
        await parts.FindAsync(sessionId, partId, cancellation) is { } part ? Ok(part) : NotFound();

    [HttpGet("{partId:guid}/text")]
    public async Task<IActionResult> Read(Guid sessionId, Guid partId, CancellationToken cancellation)
    {
        if (!await parts.BelongsAsync(sessionId, partId, cancellation)) return NotFound();

        return await parts.ReadAsync(partId, cancellation) is { } text ? Ok(text) : NotFound();
    }

    /// <summary>A part has one address in every version of this service.</summary>
    [HttpGet("/v{versionId:int}/parts/{partId:guid}")]
    public async Task<IActionResult> Find(Guid partId, CancellationToken cancellation) =>
        await parts.ReadAsync(partId, cancellation) is { } part ? Ok(part) : NotFound();
}
