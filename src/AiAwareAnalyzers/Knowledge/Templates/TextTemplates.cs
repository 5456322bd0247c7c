using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>Reads how a text is put together, inside one method and one level into helpers of the same type.</summary>
internal sealed class TextTemplates
{
    private readonly ConcurrentDictionary<SyntaxNode, TextFlow> _bodies = new();
    private readonly HoleOrigins _origins;
    private readonly HoleOrigins _inside;

    private TextTemplates(Compilation compilation)
    {
        var senders = new Senders(ReadInside, BodyOf, compilation);
        _origins = new(Inputs.Of(compilation), Validation.Of(compilation), senders.Fill);
        _inside = new(Inputs.Of(compilation), Validation.Of(compilation), static (_, _) => false);
    }

    public static TextTemplates Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new TextTemplates(known));

    /// <summary>The template of the text that an operation yields.</summary>
    public Template Read(IOperation text) => new TemplateReader(this, _origins, BodyOf(text)).Read(text);

    /// <summary>The same, as far as its own method tells: nobody is asked what its parameters are given.</summary>
    private Template ReadInside(IOperation text) => new TemplateReader(this, _inside, BodyOf(text)).Read(text);

    /// <summary>What is known of the body around an operation; found out once per body, whoever asks.</summary>
    public TextFlow BodyOf(IOperation operation)
    {
        var root = operation.Root();
        return _bodies.GetOrAdd(root.Syntax, _ => new TextFlow(root));
    }
}
