using System.Security.Cryptography;
using System.Text;

namespace ValidCode.Disclosure;

public sealed class Comparisons(IQueryable<ApiClient> clients)
{
    public ApiClient? Find(string apiKey) => clients.FirstOrDefault(client => client.ApiKey == apiKey);

    public bool IsAuthentic(byte[] body, byte[] key, byte[] signature) =>
        CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), signature);

    public bool IsSameFile(byte[] content, string checksum) =>
        Convert.ToHexString(SHA256.HashData(content)) == checksum;

    public bool EnteredTwice(string password, string repeatedPassword) => password == repeatedPassword;

    public bool HasKey(ApiClient client) => client.ApiKey != "" && Encoding.UTF8.GetByteCount(client.ApiKey) == 32;
}

public sealed record ApiClient(string Name, string ApiKey);
