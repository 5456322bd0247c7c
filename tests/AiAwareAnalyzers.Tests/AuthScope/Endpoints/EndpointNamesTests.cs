using AiAwareAnalyzers.AuthScope.Endpoints;

namespace AiAwareAnalyzers.Tests.AuthScope.Endpoints;

[TestFixture]
public sealed class EndpointNamesTests
{
    [TestCase("Delete", ExpectedResult = true)]
    [TestCase("UpdateOrderAsync", ExpectedResult = true)]
    [TestCase("cancel_order", ExpectedResult = true)]
    [TestCase("GetDeletedOrders", ExpectedResult = false)]
    [TestCase("Settings", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool The_first_word_says_whether_something_changes(string name) => EndpointNames.SaysChange(name);

    [TestCase("Search", "", ExpectedResult = true)]
    [TestCase("", "/orders/{id}/preview", ExpectedResult = true)]
    [TestCase("Create", "/orders/search/{id}", ExpectedResult = true)]
    [TestCase("Create", "/search/orders", ExpectedResult = false)]
    [TestCase("Research", "", ExpectedResult = false)]
    public bool A_post_may_only_look(string name, string route) => EndpointNames.SaysLook(name, route);

    [TestCase("AccountController/Login/", ExpectedResult = true)]
    [TestCase("/auth/sign-in", ExpectedResult = true)]
    [TestCase("/account/reset-password", ExpectedResult = true)]
    [TestCase("/account/confirmEmail", ExpectedResult = true)]
    [TestCase("/password", ExpectedResult = false)]
    [TestCase("/orders/{id}/confirm", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Some_endpoints_are_for_everybody(string text) => EndpointNames.IsForEverybody(text);

    [TestCase("X-User-Id", ExpectedResult = true)]
    [TestCase("X-Tenant", ExpectedResult = true)]
    [TestCase("x-user-role", ExpectedResult = true)]
    [TestCase("User-Agent", ExpectedResult = false)]
    [TestCase("X-User-Agent", ExpectedResult = false)]
    [TestCase("X-Forwarded-For", ExpectedResult = false)]
    public bool A_header_may_name_its_sender(string header) => CallerNames.IsHeader(header);
}
