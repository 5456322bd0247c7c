using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace ValidCode.AuthScope;

/// <summary>Passwords that cannot be guessed for ever: failures are counted, or the caller has logged in.</summary>
public sealed class Logins(UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn, Passes passes)
{
    public async Task<IResult> EnterAsync(IdentityUser user, string password)
    {
        if (await users.IsLockedOutAsync(user)) return Results.Unauthorized();
        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return Results.Unauthorized();
        }

        return Results.Ok(passes.CreateToken(user));
    }

    public async Task<IResult> EnterByFormAsync(string name, string password)
    {
        var result = await signIn.PasswordSignInAsync(name, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? Results.Ok() : Results.Unauthorized();
    }
}

/// <summary>Somebody who has logged in is asked for the password once more.</summary>
public sealed class Profiles(UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn)
{
    public async Task<IResult> ChangePasswordAsync(IdentityUser user, string password, string next)
    {
        if (!await users.CheckPasswordAsync(user, password)) return Results.Forbid();
        var changed = await users.ChangePasswordAsync(user, password, next);
        if (!changed.Succeeded) return Results.BadRequest();
        await signIn.RefreshSignInAsync(user);
        await signIn.SignInAsync(user, isPersistent: false);
        return Results.Ok();
    }
}

public sealed class Passes
{
    public string CreateToken(IdentityUser user) => user.Id;
}
