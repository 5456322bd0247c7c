using AiAwareAnalyzers.Injection;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class UnencodedHtmlTests : RuleTests<UnencodedHtml, UnencodedHtmlFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task Content_of_type_html_is_markup() => Flags(WebController("""
        public IActionResult Hello(string name) => Content($"<h1>Hello {[|name|]}</h1>", "text/html");
        """));

    [Test]
    public Task The_type_may_say_more_than_html() => Flags(WebController("""
        public IActionResult Hello(string name) => Content("<h1>Hello " + [|name|] + "</h1>", "text/html; charset=utf-8");
        """));

    [Test]
    public Task A_content_result_is_markup_if_it_says_so() => Flags(WebController("""
        public IActionResult Hello(string name) => new ContentResult { Content = $"<h1>{[|name|]}</h1>", ContentType = "text/html" };
        """));

    [Test]
    public Task Raw_markup_of_input_is_flagged() => Flags(WebController("""
        public object Comment(IHtmlHelper html) => html.Raw([|Request.Form["comment"].ToString()|]);
        """));

    [Test]
    public Task An_html_string_is_markup() => Flags(WebController("""
        public object Comment(string comment) => new HtmlString("<p>" + [|comment|] + "</p>");
        """));

    [Test]
    public Task A_markup_string_by_constructor_is_markup() => Flags(Types("""
        public static MarkupString Bold(string text) => new MarkupString($"<b>{[|text|]}</b>");
        """));

    [Test]
    public Task A_markup_string_by_cast_is_markup() => Flags(Types("""
        public static MarkupString Bold(string text) => (MarkupString)$"<b>{[|text|]}</b>";
        """));

    [Test]
    public Task A_value_of_an_entity_is_flagged() => Flags(Types("""
        public static IHtmlContent Row(IEnumerable<Order> orders)
        {
            var table = new StringBuilder("<table>");
            foreach (var order in orders)
                table.Append("<tr><td>").Append([|order.Customer|]).Append("</td></tr>");
            return new HtmlString(table.Append("</table>").ToString());
        }
        """));

    [Test]
    public Task One_stored_text_alone_may_be_kept_as_markup() => Suggests(Types("""
        public static IHtmlContent Show(Order order) => new HtmlString([|order.Note|]);
        """));

    [Test]
    public Task Stored_text_between_tags_is_no_markup() => Flags(Types("""
        public static IHtmlContent Show(Order order) => new HtmlString("<p>" + [|order.Note|] + "</p>");
        """));

    [Test]
    public Task A_builder_of_interpolations_is_followed() => Flags(Types("""
        public static IHtmlContent Card(Order order)
        {
            var card = new StringBuilder();
            card.AppendLine($"<div class='card'><h2>{[|order.Customer|]}</h2>");
            card.AppendLine($"<p>{order.Note}</p></div>");
            return new HtmlString(card.ToString());
        }
        """));

    [Test]
    public Task What_Identity_hands_to_a_sender_of_mail_is_encoded() => Allows(
        Sender("Microsoft.AspNetCore.Identity.IEmailSender<User>", "resetCode"));

    [Test]
    public Task What_others_hand_to_a_sender_of_mail_is_not() => Flags(Sender("IAsyncDisposable", "[|resetCode|]"));

    /// <summary>A class that sends the mails of accounts, under a contract that encodes or under another.</summary>
    private static string Sender(string contract, string code) => $$"""
        using Microsoft.AspNetCore.Identity.UI.Services;

        public sealed class User { }

        public sealed class Sender : {{contract}}
        {
            private readonly IEmailSender _mail = null!;

            public ValueTask DisposeAsync() => default;

            public Task SendConfirmationLinkAsync(User user, string email, string confirmationLink) =>
                _mail.SendEmailAsync(email, "Confirm", $"Please <a href='{confirmationLink}'>confirm</a>.");

            public Task SendPasswordResetLinkAsync(User user, string email, string resetLink) =>
                _mail.SendEmailAsync(email, "Reset", $"Please <a href='{resetLink}'>reset</a>.");

            public Task SendPasswordResetCodeAsync(User user, string email, string resetCode) =>
                _mail.SendEmailAsync(email, "Reset", $"Please reset it with this code: <b>{{{code}}}</b>");
        }

        namespace Microsoft.AspNetCore.Identity.UI.Services
        {
            public interface IEmailSender { Task SendEmailAsync(string email, string subject, string htmlMessage); }
        }
        """;

    [Test]
    public Task The_body_of_a_mail_in_html_is_markup() => Flags(Types("""
        public static MailMessage Welcome(string user)
        {
            var mail = new MailMessage("a@example.com", "b@example.com");
            mail.Body = $"<p>Welcome {[|user|]}</p>";
            mail.IsBodyHtml = true;
            return mail;
        }
        """));

    [Test]
    public Task The_initializer_of_a_mail_in_html_is_markup() => Flags(Types("""
        public static MailMessage Welcome(string user) =>
            new MailMessage { Subject = "Welcome", Body = $"<p>Welcome {[|user|]}</p>", IsBodyHtml = true };
        """));

    [Test]
    public Task A_result_of_type_html_is_markup() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create();
        app.MapGet("/hello", (string name) => Results.Content($"<h1>Hello {[|name|]}</h1>", "text/html"));
        app.Run();
        """);

    [Test]
    public Task A_text_result_of_type_html_is_markup() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create();
        app.MapGet("/hello", (string name) => TypedResults.Text("<h1>" + [|name|] + "</h1>", contentType: "text/html"));
        app.Run();
        """);

    [Test]
    public Task A_response_of_type_html_is_markup() => Flags(Types("""
        public static async Task Invoke(HttpContext context)
        {
            context.Response.ContentType = "text/html";
            var name = context.Request.Query["name"].ToString();
            await context.Response.WriteAsync("<h1>" + [|name|] + "</h1>");
        }
        """));

    [Test]
    public Task A_tag_helper_that_sets_html_is_flagged() => Flags(Types("""
        public static void Process(TagHelperOutput output, string label) => output.Content.SetHtmlContent($"<label>{[|label|]}</label>");
        """));

    [Test]
    public Task A_content_builder_that_takes_html_is_flagged() => Flags(Types("""
        public static void Fill(IHtmlContentBuilder builder, string label) => builder.AppendHtml("<label>" + [|label|] + "</label>");
        """));

    [Test]
    public Task A_value_in_an_attribute_is_flagged() => Flags(WebController("""
        public IActionResult Link(string title) => Content($"<a title='{[|title|]}'>x</a>", "text/html");
        """));

    [Test]
    public Task A_helper_of_the_same_type_is_followed() => Flags(WebController("""
        public IActionResult Hello(string name) => Content(Page([|name|]), "text/html");

        private static string Page(string title) => "<h1>" + title + "</h1>";
        """));

    [Test]
    public Task A_setting_beside_encoded_text_is_flagged() => Flags(Types("""
        public class Greeting
        {
            private readonly string _motto = Environment.MachineName;
            public IHtmlContent Show(string name) => new HtmlString($"<p>{System.Net.WebUtility.HtmlEncode(name)}: {[|_motto|]}</p>");
        }
        """));

    [Test]
    public Task The_message_names_every_text() => Says(Types("""
        public static IHtmlContent Show(string name, string note) => new HtmlString($"<p>{[|name|]}: {note}</p>");
        """),
        "'name' and 'note' become markup as written, so a '<' in it becomes part of the page (XSS); encode it, or let "
        + "the page render it as text");

    [Test]
    public Task The_message_tells_that_a_neighbour_is_encoded() => Says(Types("""
        public static IHtmlContent Show(string name, string note) => new HtmlString($"<p>{System.Net.WebUtility.HtmlEncode(name)}: {[|note|]}</p>");
        """),
        "'note' becomes markup as written although the text beside it is encoded, so a '<' in it becomes part of the "
        + "page (XSS); encode it, or let the page render it as text");

    /// <summary>A text of the type itself, encoded or not by a sibling.</summary>
    private static string Siblings(string sibling) => Types($$"""
        public class Shop { public string Title { get; set; } = ""; public string Owner { get; set; } = ""; public string Load() => ""; }
        public class Header
        {
            private readonly Shop _shop = new();
            public IHtmlContent Show() => new HtmlString($"<h1>{_shop.Title}</h1>");
        }
        public class Footer { {{sibling}} }
        """);

    [TestCase("public string Show(Shop shop) => System.Net.WebUtility.HtmlEncode(shop.Title);")]
    [TestCase(
        "public string Show(Shop shop) => System.Text.Encodings.Web.HtmlEncoder.Default.Encode(shop.Title ?? \"\");")]
    public Task What_a_sibling_encodes_is_flagged(string sibling) =>
        Flags(Siblings(sibling).Replace("{_shop.Title}", "{[|_shop.Title|]}"));

    [Test]
    public Task The_message_tells_who_encodes_it() => Says(
        Siblings("public string Sign(Shop shop) => System.Net.WebUtility.HtmlEncode(shop.Title.Trim());")
            .Replace("{_shop.Title}", "{[|_shop.Title|]}"),
        "'_shop.Title' becomes markup as written although 'Sign' encodes it, so a '<' in it becomes part of the page "
        + "(XSS); encode it, or let the page render it as text");

    [TestCase("", TestName = "Nobody encodes it")]
    [TestCase(
        "public string Show(Shop shop) => System.Net.WebUtility.HtmlEncode(shop.Owner);",
        TestName = "Another member is encoded")]
    [TestCase(
        "class Book { public string Title = \"\"; } string Show(Book book) => "
        + "System.Net.WebUtility.HtmlEncode(book.Title);",
        TestName = "A member of the same name is encoded")]
    [TestCase(
        "public string Show(Shop shop) => System.Net.WebUtility.UrlEncode(shop.Title);",
        TestName = "It is encoded for an address")]
    public Task What_no_sibling_encodes_is_allowed(string sibling) => Allows(Siblings(sibling));

    [Test]
    public Task What_a_call_returns_and_a_sibling_encodes_is_flagged() => Flags(Types("""
        public class Shop { public string Load() => ""; }
        public class Header { private readonly Shop _shop = new(); public IHtmlContent Show() => new HtmlString("<h1>" + [|_shop.Load()|] + "</h1>"); }
        public class Footer { public string Show(Shop shop) => System.Net.WebUtility.HtmlEncode(shop.Load()); }
        """));

    [Test]
    public async Task A_page_is_flagged_where_somebody_wrote_it()
    {
        var finding = (await FindingsInPage("#line 3 \"/0/Pages/Index.cshtml\"")).Single();
        Assert.That(finding.Location.GetMappedLineSpan().Path, Is.EqualTo("/0/Pages/Index.cshtml"));
        Assert.That(finding.Location.GetMappedLineSpan().StartLinePosition.Line, Is.EqualTo(2));
    }

    [Test]
    public async Task A_component_is_flagged_where_somebody_wrote_it() =>
        Assert.That(await FindingsInPage("#line 3 \"/0/Pages/Index.razor\""), Has.Exactly(1).Items);

    [TestCase("#line default")]
    [TestCase("#line 3 \"/0/Generator.cs\"")]
    public async Task What_a_generator_wrote_itself_is_allowed(string line) =>
        Assert.That(await FindingsInPage(line), Is.Empty);

    private async Task<IReadOnlyList<Diagnostic>> FindingsInPage(string line)
    {
        var workshop = new Workshop(new Setting(Framework));
        var document = await workshop.DocumentOf(("/0/Index.g.cs", $$"""
            // <auto-generated/>
            #nullable enable
            public class Order { public string Customer { get; set; } = ""; }
            public abstract class Index : Microsoft.AspNetCore.Mvc.Razor.RazorPage<Order>
            {
                public Microsoft.AspNetCore.Mvc.Rendering.IHtmlHelper Html { get; set; } = null!;
                public override async System.Threading.Tasks.Task ExecuteAsync()
                {
                    await System.Threading.Tasks.Task.Yield();
            {{line}}
                    Write(Html.Raw(Model.Customer));
            #line default
                }
            }
            """));
        Assert.That(await Workshop.Errors(document.Project), Is.Empty);
        return await Workshop.Findings(document.Project, new UnencodedHtml());
    }

    [Test]
    public Task A_constant_is_allowed() => Allows(WebController("""
        public IActionResult Hello() => Content("<h1>Hello</h1>", "text/html");
        """));

    [Test]
    public Task Plain_text_is_allowed() => Allows(WebController("""
        public IActionResult Hello(string name) => Content($"<h1>Hello {name}</h1>", "text/plain");
        """));

    [Test]
    public Task Content_without_a_type_is_allowed() => Allows(WebController("""
        public IActionResult Hello(string name) => Content("Hello " + name);
        """));

    [Test]
    public Task Encoded_text_is_allowed() => Allows(WebController("""
        public IActionResult Hello(string name) => Content($"<h1>Hello {System.Text.Encodings.Web.HtmlEncoder.Default.Encode(name)}</h1>", "text/html");
        """));

    [Test]
    public Task Text_encoded_before_is_allowed() => Allows(WebController("""
        public IActionResult Hello(string name)
        {
            var safe = System.Net.WebUtility.HtmlEncode(name);
            return Content("<h1>" + safe + "</h1>", "text/html");
        }
        """));

    [TestCase("text = System.Net.WebUtility.HtmlEncode(text);", TestName = "Itself")]
    [TestCase("text = System.Net.WebUtility.HtmlEncode(text); text = text.Replace(\"\\n\", \"<br>\");",
        TestName = "Lines")]
    [TestCase("text = System.Net.WebUtility.HtmlEncode(text); "
        + "text = System.Text.RegularExpressions.Regex.Replace(text, \"_(.+?)_\", \"<i>$1</i>\");",
        TestName = "A pattern")]
    [TestCase("text = System.Net.WebUtility.HtmlEncode(text); "
        + "text = new System.Text.RegularExpressions.Regex(\"_(.+?)_\").Replace(text, \"<i>$1</i>\");",
        TestName = "A pattern that is kept")]
    [TestCase("text = System.Net.WebUtility.HtmlEncode(text); foreach (var word in new[] { \"a\" }) "
        + "text = text.Replace(word, \"<i>\" + word.Length + \"</i>\");", TestName = "A loop")]
    [TestCase("if (text.Length > 3) text = text.Substring(3); text = System.Net.WebUtility.HtmlEncode(text);",
        TestName = "Cut before")]
    public Task Text_that_is_encoded_and_put_back_is_allowed(string statements) => Allows(Types(
        "public static IHtmlContent Show(string text) { " + statements
        + " return new HtmlString(\"<p>\" + text + \"</p>\"); }"));

    [TestCase("text = System.Text.RegularExpressions.Regex.Replace(text, \"_(.+?)_\", \"<i>$1</i>\");",
        TestName = "A pattern alone")]
    [TestCase("if (text.Length > 3) text = System.Net.WebUtility.HtmlEncode(text);", TestName = "At times only")]
    public Task Text_that_is_not_encoded_is_flagged(string statements) => Flags(Types(
        "public static IHtmlContent Show(string text) { " + statements
        + " return new HtmlString(\"<p>\" + [|text|] + \"</p>\"); }"));

    [TestCase("Pipeline", TestName = "A field")]
    [TestCase("new Markdig.MarkdownPipelineBuilder().DisableHtml().Build()", TestName = "There and then")]
    public Task Markdown_without_markup_is_allowed(string pipeline) => Allows(Rendering(pipeline, "safe"));

    [Test]
    public Task Markdown_with_markup_beside_encoded_text_is_flagged() =>
        Flags(Rendering("new Markdig.MarkdownPipelineBuilder().Build()", "[|safe|]"));

    private static string Rendering(string pipeline, string hole) => Types($$"""
        private static readonly Markdig.MarkdownPipeline Pipeline = {{(pipeline == "Pipeline"
            ? "new Markdig.MarkdownPipelineBuilder().DisableHtml().Build()"
            : "new()")}};
        public static IHtmlContent Show(Order order)
        {
            var safe = Markdig.Markdown.ToHtml(order.Note, {{pipeline}});
            return new HtmlString("<h1>" + System.Net.WebUtility.HtmlEncode(order.Customer) + "</h1>" + {{hole}});
        }
        """) + """

        namespace Markdig
        {
            public class MarkdownPipeline { }
            public class MarkdownPipelineBuilder { public MarkdownPipelineBuilder DisableHtml() => this; public MarkdownPipeline Build() => new(); }
            public static class Markdown { public static string ToHtml(string text, MarkdownPipeline pipeline) => text; }
        }
        """;

    [Test]
    public Task Text_encoded_by_the_page_is_allowed() => Allows(Types("""
        public static object Show(IHtmlHelper html, string name) => html.Raw("<b>" + html.Encode(name) + "</b>");
        """));

    [Test]
    public Task Text_that_a_sanitizer_cleaned_is_allowed() => Allows(Types("""
        public interface ISanitizer { string Sanitize(string markup); }
        public static object Show(IHtmlHelper html, ISanitizer sanitizer, string comment) => html.Raw(sanitizer.Sanitize(comment));
        """));

    [Test]
    public Task What_renders_markdown_is_allowed() => Allows(Types("""
        public static class Markdown { public static string ToHtml(string text) => text; }
        public static object Show(IHtmlHelper html, string text) => html.Raw(Markdown.ToHtml(text));
        """));

    [Test]
    public Task Json_that_escapes_markup_is_allowed() => Allows(Types("""
        public static object Show(IHtmlHelper html, Order order) => html.Raw(System.Text.Json.JsonSerializer.Serialize(order));
        """));

    [Test]
    public Task Numbers_and_dates_are_allowed() => Allows(Types("""
        public static IHtmlContent Show(Order order) => new HtmlString($"<p>{order.Total:0.00} on {order.Placed:d}</p>");
        """));

    [Test]
    public Task A_text_that_is_called_markup_is_allowed() => Allows(Types("""
        public static IHtmlContent Show(string bodyHtml) => new HtmlString($"<main>{bodyHtml}</main>");
        """));

    [Test]
    public Task Markup_chosen_by_a_condition_is_allowed() => Allows(Types("""
        public static IHtmlContent Show(Order order)
        {
            var badge = order.Total > 100 ? "<b>big</b>" : "<i>small</i>";
            return new HtmlString("<p>" + badge + "</p>");
        }
        """));

    [Test]
    public Task Rows_that_are_built_of_numbers_are_allowed() => Allows(Types("""
        public static IHtmlContent Show(IEnumerable<Order> orders)
        {
            var rows = new StringBuilder();
            foreach (var order in orders) rows.Append("<tr><td>").Append(order.Total).Append("</td></tr>");
            return new HtmlString($"<table>{rows}</table>");
        }
        """));

    [Test]
    public Task A_mail_in_plain_text_is_allowed() => Allows(Types("""
        public static MailMessage Welcome(string user) => new MailMessage { Body = "<< Welcome " + user + " >>", IsBodyHtml = false };
        """));

    [Test]
    public Task A_mail_that_does_not_say_html_is_allowed() => Allows(Types("""
        public static MailMessage Welcome(string user) => new MailMessage { Body = "Welcome " + user };
        """));

    [Test]
    public Task A_response_without_a_type_is_allowed() => Allows(Types("""
        public static Task Invoke(HttpContext context) => context.Response.WriteAsync("Hello " + context.Request.Query["name"]);
        """));

    [Test]
    public Task The_type_of_another_response_is_allowed() => Allows(Types("""
        public static async Task Invoke(HttpContext context, HttpContext other)
        {
            other.Response.ContentType = "text/html";
            await context.Response.WriteAsync("Hello " + context.Request.Query["name"]);
        }
        """));

    [Test]
    public Task Text_that_is_appended_as_text_is_allowed() => Allows(Types("""
        public static void Fill(IHtmlContentBuilder builder, string label) => builder.AppendHtml("<label>").Append(label).AppendHtml("</label>");
        """));

    [Test]
    public Task A_setting_of_the_type_is_allowed() => Allows(Types("""
        public class Page { private readonly string _title = Environment.MachineName; public IHtmlContent Show() => new HtmlString($"<h1>{_title}</h1>"); }
        """));

    [Test]
    public Task A_colour_from_a_table_is_allowed() => Allows(Types("""
        private static readonly Dictionary<string, string> Colours = new() { ["open"] = "green" };
        public static IHtmlContent Show(string state) => new HtmlString($"<b class='{Colours[state]}'>x</b>");
        """));

    [Test]
    public Task A_checked_name_is_allowed() => Allows(Types("""
        public static IHtmlContent Show(string name)
        {
            if (!System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z]+$")) throw new ArgumentException("name");
            return new HtmlString("<b>" + name + "</b>");
        }
        """));

    [Test]
    public Task Markup_that_nobody_renders_is_allowed() => Allows(Types("""
        public static string Show(string name) => "<b>" + name + "</b>";
        """));

    [Test]
    public Task Text_between_tags_is_encoded_where_it_stands() => Fixes(
        WebController("""
            public IActionResult Hello(string name) => Content($"<h1>Hello {[|name|]}</h1>", "text/html"); // greets
            """),
        WebController("""
            public IActionResult Hello(string name) => Content($"<h1>Hello {System.Net.WebUtility.HtmlEncode(name)}</h1>", "text/html"); // greets
            """));

    [Test]
    public Task Every_text_of_the_markup_is_encoded() => Fixes(
        Types("""
            public static IHtmlContent Card(Order order) => new HtmlString("<h2>" + [|order.Customer|] + "</h2><p>" + order.Note + "</p>");
            """),
        Types("""
            public static IHtmlContent Card(Order order) => new HtmlString("<h2>" + System.Net.WebUtility.HtmlEncode(order.Customer) + "</h2><p>" + System.Net.WebUtility.HtmlEncode(order.Note) + "</p>");
            """));

    [Test]
    public Task The_encoder_at_hand_is_used() => Fixes(
        Types("""
            public class Greeting
            {
                private readonly System.Text.Encodings.Web.HtmlEncoder encoder = System.Text.Encodings.Web.HtmlEncoder.Default;
                public IHtmlContent Show(string name) => new HtmlString($"<p>{[|name|]}</p>");
                public string Encode(string text) => encoder.Encode(text);
            }
            """),
        Types("""
            public class Greeting
            {
                private readonly System.Text.Encodings.Web.HtmlEncoder encoder = System.Text.Encodings.Web.HtmlEncoder.Default;
                public IHtmlContent Show(string name) => new HtmlString($"<p>{encoder.Encode(name)}</p>");
                public string Encode(string text) => encoder.Encode(text);
            }
            """));

    [Test]
    public Task Text_in_a_script_gets_no_fix() => OffersNoFix(WebController("""
        public IActionResult Hello(string name) => Content($"<script>greet('{[|name|]}')</script>", "text/html");
        """));

    private static string Drawing(string value, string members) => Types($$"""
        private static class Formats { public static string Of(double v) => v.ToString("F1", System.Globalization.CultureInfo.InvariantCulture); }
        private enum Kind { Door, Shelf }
        private sealed record Panel(string Label, string Note);
        private static string Fmt(double v) => Formats.Of(v);
        private static string Size(double w, double h) => $"{w:0.#} x {h:0.#}";
        private static string NameOf(Kind kind) => kind switch { Kind.Door => "Door", _ => kind.ToString() };
        public static MarkupString Draw(double x, Order order) => (MarkupString)$"<text x='{ {{value}} }'>{System.Net.WebUtility.HtmlEncode(order.Note)}</text>";
        {{members}}
        """);

    [TestCase("Fmt(x)", "", TestName = "A number that a wrapper of a wrapper writes")]
    [TestCase("Size(x, 2 * x)", "", TestName = "Numbers in one text")]
    [TestCase("Fmt(x) + NameOf(Kind.Door)", "", TestName = "A number, and the name of an enum")]
    public Task What_is_made_of_numbers_carries_no_markup(string value, string members) =>
        Allows(Drawing(value, members));

    [TestCase("[|Units.Of(x, order)|]",
        "private static class Units { public static string Of(double v, Order o) => o.Customer + Fmt(v); }",
        TestName = "A text beside the number")]
    [TestCase("[|Units.Of(x)|]",
        """private static class Units { public static string Label { get; set; } = "mm"; public static string Of(double v) => v + Label; }""",
        TestName = "A property that somebody sets")]
    public Task What_is_made_of_more_than_numbers(string value, string members) => Flags(Drawing(value, members));

    private const string Labels = """
        private static MarkupString Text(double y, string text, string more = "") => (MarkupString)$"<text y='{y}' {[|more|]}>{System.Net.WebUtility.HtmlEncode(text)}</text>";
        """;

    [TestCase("Text(x, order.Note, $\"fill='{Fmt(x)}'\")", TestName = "Literals and numbers")]
    [TestCase("Text(x, order.Note)", TestName = "Nothing but the default")]
    public Task A_private_helper_that_gets_only_its_own_texts(string call) => Allows(Drawing(
        "0", Labels.Replace("[|more|]", "more", StringComparison.Ordinal)
            + $"public static MarkupString Use(double x, Order order) => {call};"));

    [Test]
    public Task A_private_helper_that_gets_another_text() => Flags(Drawing(
        "0", Labels + "public static MarkupString Use(double x, Order order) => Text(x, order.Note, order.Customer);"));

    private static string Panels(string label) =>
        "private static System.Collections.Generic.IEnumerable<Panel> All(Order order, double v) { yield return "
        + $"new Panel({label}, order.Note); }} private static IHtmlContent Show(Panel panel) => ";

    [Test]
    public Task A_record_that_is_only_made_of_its_own_texts() => Allows(Drawing(
        "0",
        Panels("$\"{NameOf(Kind.Door)} {v}\"")
            + "new HtmlString(\"<b>\" + panel.Label + \"</b>\");"));

    [TestCase("order.Customer", "panel.Label", TestName = "One of them gets another text")]
    [TestCase("\"Door\"", "panel.Note", TestName = "Another member of it")]
    public Task A_record_that_holds_other_texts(string label, string shown) => Flags(Drawing(
        "0",
        Panels(label)
            + $"new HtmlString(\"<b>\" + [|{shown}|] + \"</b>\");"));

    private static string WebController(string members) => Usings + $$"""
        public class PagesController : Controller
        {
            {{members}}
        }
        """;

    private static string Types(string members) => Usings + $$"""
        public class Order { public string Customer { get; set; } = ""; public string Note { get; set; } = ""; public decimal Total { get; set; } public DateTime Placed { get; set; } }
        public static class Markup
        {
            {{members}}
        }
        """;

    private const string Usings = """
        using System.Net.Mail;
        using System.Text;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Rendering;
        using Microsoft.AspNetCore.Razor.TagHelpers;

        """;
}
