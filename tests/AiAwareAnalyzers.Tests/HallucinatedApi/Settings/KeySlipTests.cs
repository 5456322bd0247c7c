using AiAwareAnalyzers.HallucinatedApi.Settings;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Settings;

public sealed class KeySlipTests
{
    [TestCase("ConnectionString", "ConnectionStrings")]
    [TestCase("Api-Key", "ApiKey")]
    [TestCase("KeyApi", "ApiKey")]
    [TestCase("Recieve", "Receive")]
    [TestCase("Hots", "Host")]
    [TestCase("RetryCuont", "RetryCount")]
    [TestCase("Issuers", "Issuer")]
    [TestCase("UsrName", "UserName")]
    [TestCase("SmtpServr", "SmtpServer")]
    [TestCase("Authetnicaton", "Authentication")]
    public void A_slip(string read, string there) => Assert.That(KeySlip.IsOf(read, there), Is.True);

    [TestCase("Host", "Port")]
    [TestCase("Port", "Post")]
    [TestCase("Key1", "Key2")]
    [TestCase("Server", "Server2")]
    [TestCase("HostA", "HostB")]
    [TestCase("MinItems", "MaxItems")]
    [TestCase("Http", "Https")]
    [TestCase("Gmail", "Email")]
    [TestCase("ReadTimeout", "WriteTimeout")]
    [TestCase("Enabled", "Disabled")]
    [TestCase("PrimaryKey", "SecondaryKey")]
    [TestCase("ClientId", "ClientIp")]
    [TestCase("", "A")]
    public void A_neighbour_of_its_own(string read, string there) => Assert.That(KeySlip.IsOf(read, there), Is.False);

    [TestCase("JwtSettings", "Jwt", true)]
    [TestCase("EmailOptions", "EmailSettings", true)]
    [TestCase("SmtpConfiguration", "Smtp", true)]
    [TestCase("JwtSettings", "SmtpSettings", false)]
    [TestCase("Settings", "Options", false)]
    [TestCase("Api2Settings", "ApiSettings", false)]
    public void A_section_with_and_without_what_says_nothing(string read, string there, bool isSame) =>
        Assert.That(KeySlip.IsSectionOf(read, there), Is.EqualTo(isSame));
}
