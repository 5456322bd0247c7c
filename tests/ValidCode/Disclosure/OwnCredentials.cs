namespace ValidCode.Disclosure;

/// <summary>A credential that is kept up to date, and compared with itself.</summary>
public sealed class OwnCredentials
{
    public string Password { get; private set; } = "";

    public void Update(string password)
    {
        if (!string.Equals(Password, password, StringComparison.Ordinal))
        {
            Password = password;
        }
    }

    public bool IsLike(OwnCredentials other) => Password == other.Password;
}
