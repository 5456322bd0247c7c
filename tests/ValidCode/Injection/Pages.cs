using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ValidCode.Injection;

/// <summary>Markup whose free text went through an encoder, or was written as text.</summary>
public sealed class Pages(HtmlEncoder encoder) : Controller
{
    [HttpGet("hello")]
    public ContentResult Hello(string name) => Content($"<h1>Hello, {encoder.Encode(name)}</h1>", "text/html");

    [HttpGet("plain")]
    public ContentResult Plain(string name) => Content("Hello, " + name, "text/plain");

    [HttpGet("count")]
    public ContentResult Count(int count) => Content($"<b>{count}</b>", "text/html");

    [HttpGet("state")]
    public ContentResult State(bool open)
    {
        var badge = open ? "<span class=\"open\">open</span>" : "<span>closed</span>";
        return Content("<p>" + badge + "</p>", "text/html");
    }

    internal static IHtmlContent Badge(IHtmlHelper html, string text) => html.Raw($"<em>{html.Encode(text)}</em>");

    internal static IHtmlContent Data(IHtmlHelper html, object model) => html.Raw(JsonSerializer.Serialize(model));

    internal static MailMessage Receipt(string customer, decimal total)
    {
        var body = new StringBuilder("<table>");
        body.Append("<tr><td>").Append(WebUtility.HtmlEncode(customer)).Append("</td>");
        body.Append($"<td>{total:0.00}</td></tr>").Append("</table>");
        return new MailMessage(
            "shop@example.com", "you@example.com") { Subject = "Receipt", Body = body.ToString(), IsBodyHtml = true };
    }

    internal static MailMessage PlainReceipt(string customer) =>
        new("shop@example.com", "you@example.com") { Body = "Dear " + customer, IsBodyHtml = false };

    internal static void Map(WebApplication app) =>
        app.MapGet("/greet/{name}", (string name) => Results.Text($"Hello {name}"));
}
