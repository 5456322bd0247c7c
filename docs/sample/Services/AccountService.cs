using System.Net.Http.Headers;

namespace Shop.Services;

public class AccountService
{
    private const string MailApiKey = "shop-mail-7f3a9c2e51";

    public string CreateResetCode()
    {
        var random = new Random();
        return random.Next(100000, 1000000).ToString();
    }

    public HttpClient CreateMailClient()
    {
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true,
        };
        var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MailApiKey);
        return client;
    }
}
