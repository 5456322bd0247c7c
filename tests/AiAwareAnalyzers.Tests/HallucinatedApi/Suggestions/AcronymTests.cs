using AiAwareAnalyzers.HallucinatedApi.Suggestions;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Suggestions;

public sealed class AcronymTests
{
    [TestCase("NFC", "NormalizationForm", "FormC", true)]
    [TestCase("NFKD", "NormalizationForm", "FormKD", true)]
    [TestCase("ISE", "HttpStatusCode", "InternalServerError", true)]
    [TestCase("NFC", "NormalizationForm", "FormD", false)]
    [TestCase("Nfc", "NormalizationForm", "FormC", false)]
    [TestCase("OK", "Answers", "OverKill", false)]
    [TestCase("I", "Complex", "Infinity", false)]
    public void Initials_are_those_of_the_value_or_of_type_and_value(
        string name, string type, string value, bool isAcronym) =>
        Assert.That(Acronym.IsOf(name, type, value), Is.EqualTo(isAcronym));
}
