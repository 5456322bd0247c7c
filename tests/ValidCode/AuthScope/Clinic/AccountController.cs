using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Clinic;

public sealed record Credentials(string Email, string Password);

public sealed record ContactForm(string Phone);

[ApiController]
[Route("api/account")]
public sealed class AccountController : ControllerBase
{
    private readonly ClinicContext _clinic;
    private readonly PasswordHasher<Account> _hasher = new();
    private readonly TokenIssuer _tokens;

    public AccountController(ClinicContext clinic, TokenIssuer tokens)
    {
        _clinic = clinic;
        _tokens = tokens;
    }

    [HttpPost("register")]
    public async Task<IActionResult> Register(Credentials credentials)
    {
        if (await _clinic.Accounts.AnyAsync(a => a.Email == credentials.Email)) return Conflict();

        var account = new Account { Id = Guid.NewGuid().ToString(), Email = credentials.Email };
        account.PasswordHash = _hasher.HashPassword(account, credentials.Password);
        _clinic.Add(account);
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    [HttpPost("login")]
    public async Task<IActionResult> Login(Credentials credentials)
    {
        var account = await _clinic.Accounts.SingleOrDefaultAsync(a => a.Email == credentials.Email);
        if (account is null || !IsPasswordOf(account, credentials.Password)) return Unauthorized();

        return Ok(_tokens.For(account));
    }

    [HttpPut("contact")]
    [Authorize]
    public async Task<IActionResult> ChangeContact(ContactForm form)
    {
        var account = await _clinic.Accounts.FindAsync(User.FindFirstValue(ClaimTypes.NameIdentifier));
        if (account is null) return NotFound();

        account.Phone = form.Phone;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    private bool IsPasswordOf(Account account, string password) =>
        _hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;
}

public sealed class TokenIssuer
{
    private readonly IConfiguration _configuration;

    public TokenIssuer(IConfiguration configuration) => _configuration = configuration;

    public string For(Account account)
    {
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(_configuration["Tokens:Key"]!));
        var token = new JwtSecurityToken(
            _configuration["Tokens:Issuer"],
            _configuration["Tokens:Audience"],
            new[] { new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(ClaimTypes.Email, account.Email) },
            expires: DateTime.UtcNow.AddHours(1),
            signingCredentials: new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}
