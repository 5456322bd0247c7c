using AiAwareAnalyzers.FakeWork.Work;

namespace AiAwareAnalyzers.Tests.FakeWork.Work;

[TestFixture]
public sealed class PrincipalNamesTests
{
    [TestCase("CurrentUserId", "Current")]
    [TestCase("_currentTenant", "Current")]
    [TestCase("GetLoggedInUser", "Current")]
    [TestCase("CurrentUserRole", "Current")]
    [TestCase("userId", "Owner")]
    [TestCase("TENANT_ID", "Owner")]
    [TestCase("CreatedBy", "Owner")]
    [TestCase("UserIdClaim", "None")]
    [TestCase("CurrentUserHeader", "None")]
    [TestCase("OrderId", "None")]
    [TestCase("OrderBy", "None")]
    [TestCase("Role", "None")]
    [TestCase("UserName", "None")]
    [TestCase("", "None")]
    public void A_name_has_its_meaning(string name, string meaning) =>
        Assert.That(PrincipalNames.MeaningOf(name).ToString(), Is.EqualTo(meaning));

    [TestCase("user-1", "UserId", true)]
    [TestCase("jane@example.com", "CreatedBy", true)]
    [TestCase("user_id", "UserId", false)]
    [TestCase("X-User-Id", "UserId", false)]
    [TestCase("system", "CreatedBy", false)]
    [TestCase("nightly-job", "CreatedBy", false)]
    [TestCase("/users/1", "UserId", false)]
    [TestCase("", "UserId", false)]
    public void A_text_is_somebody_or_not(string text, string name, bool somebody) =>
        Assert.That(PrincipalNames.IsSomebody(text, name), Is.EqualTo(somebody));
}
