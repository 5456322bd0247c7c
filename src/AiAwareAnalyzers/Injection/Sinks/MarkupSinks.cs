using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Where text becomes markup that a browser or a mail program reads.</summary>
internal sealed class MarkupSinks
{
    /// <summary>What is handed to these is markup by its nature.</summary>
    internal static readonly ImmutableArray<Sink> Always = ImmutableArray.Create<Sink>(
        new("Microsoft.AspNetCore.Mvc.Rendering.IHtmlHelper", "Raw", "value"),
        new("Microsoft.AspNetCore.Html.HtmlString", SinkTable.Constructor, "value"),
        new("Microsoft.AspNetCore.Html.HtmlContentBuilderExtensions", "SetHtmlContent", "encoded"),
        new("Microsoft.AspNetCore.Html.IHtmlContentBuilder", "AppendHtml", "encoded"),
        new("Microsoft.AspNetCore.Razor.TagHelpers.TagHelperContent", "SetHtmlContent", "encoded"),
        new("Microsoft.AspNetCore.Razor.TagHelpers.TagHelperContent", "AppendHtml", "encoded"),
        new("Microsoft.AspNetCore.Components.MarkupString", SinkTable.Constructor, "value"),
        new("Microsoft.AspNetCore.Identity.UI.Services.IEmailSender", "SendEmailAsync", "htmlMessage"),
        new("System.Web.Mvc.HtmlHelper", "Raw", "value"),
        new("System.Web.HtmlString", SinkTable.Constructor, "value"),
        new("System.Web.Mvc.MvcHtmlString", "Create", "value"),
        new("MimeKit.BodyBuilder", "HtmlBody"));

    /// <summary>What is handed to these is markup if the content type says so.</summary>
    internal static readonly ImmutableArray<Sink> ByContentType = ImmutableArray.Create<Sink>(
        new("Microsoft.AspNetCore.Mvc.ControllerBase", "Content", "content"),
        new("Microsoft.AspNetCore.Mvc.ContentResult", "Content"),
        new("Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Content", "content"),
        new("Microsoft.AspNetCore.Http.Results", "Content", "content"),
        new("Microsoft.AspNetCore.Http.Results", "Text", "content"),
        new("Microsoft.AspNetCore.Http.TypedResults", "Content", "content"),
        new("Microsoft.AspNetCore.Http.TypedResults", "Text", "content"),
        new("Microsoft.AspNetCore.Http.HttpResponseWritingExtensions", "WriteAsync", "text"),
        new("System.Net.Mail.MailMessage", "Body"));

    private readonly SinkTable _always;
    private readonly SinkTable _byContentType;
    private readonly SinkReader _reader;

    private MarkupSinks(Compilation compilation)
    {
        _always = new(compilation, Always);
        _byContentType = new(compilation, ByContentType);
        AreReferenced = !_always.IsEmpty || !_byContentType.IsEmpty;
        HasMarkupString = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.MarkupString") is not null;
        _reader = new(TextTemplates.Of(compilation), TextsOf);
    }

    public bool AreReferenced { get; }

    /// <summary>Blazor converts text to markup by a cast.</summary>
    public bool HasMarkupString { get; }

    public static MarkupSinks Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new MarkupSinks(known));

    public SinkUse? At(IOperation operation) => _reader.At(operation);

    private ImmutableArray<IOperation> TextsOf(IOperation operation)
    {
        if (operation is IConversionOperation conversion) return Converted(conversion);
        if (_always.TextsOf(operation) is { IsEmpty: false } markup) return markup;
        return _byContentType.TextsOf(operation) is { IsEmpty: false } texts && IsMarkup(operation)
            ? texts
            : ImmutableArray<IOperation>.Empty;
    }

    private static ImmutableArray<IOperation> Converted(IConversionOperation conversion) =>
        conversion
            is { OperatorMethod.ContainingType.Name: "MarkupString", Operand: { ConstantValue.HasValue: false } text }
            ? ImmutableArray.Create(text)
            : ImmutableArray<IOperation>.Empty;

    /// <summary>Whether the call, the object around it or the body says that the content is HTML.</summary>
    private static bool IsMarkup(IOperation sink)
    {
        if (sink is IInvocationOperation { TargetMethod.Name: not "WriteAsync" } call)
            return call.Arguments.Any(argument =>
                argument.Parameter?.Name == "contentType" && SaysHtml(argument.Value));

        var receiver = sink switch
        {
            IInvocationOperation { Arguments: { Length: > 0 } arguments } => arguments[0].Value,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } => instance,
            _ => null,
        };
        if (receiver is null) return false;
        var isInitializer = sink.Parent is IObjectOrCollectionInitializerOperation;
        var scope = isInitializer ? sink.Parent! : sink.Root();
        var key = TextOperations.Key(receiver);
        return scope.Descendants().Any(operation =>
            operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation
                { Property.Name: var property, Instance: { } owner }, Value: var value }
            && (isInitializer || TextOperations.Key(owner) == key)
            && (property == "ContentType" && SaysHtml(value)
                || property == "IsBodyHtml" && value.ConstantValue.Value is true));
    }

    private static bool SaysHtml(IOperation value) =>
        value.DescendantsAndSelf().Any(part => part.ConstantText() is { } type
            && type.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0);
}
