namespace ValidCode.Disclosure;

public static class HeaderNames
{
    public const string ApiKey = "X-Api-Key";

    public const string AccessToken = "access_token";

    public const string ClientSecret = "client_secret";
}

public static class Messages
{
    public const string WrongPassword = "The password is wrong, or the account is locked.";

    public const string PasswordTooShort = "At least 12 characters, please";
}

public sealed class Client(string apiKey)
{
    public const string PublicKeyId = "b1946ac92492d2347c6235b4d2611184";

    public HttpRequestMessage Ask(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(HeaderNames.ApiKey, apiKey);
        request.Headers.Add("X-Request-Id", "shop-frontend-0001");
        return request;
    }
}
