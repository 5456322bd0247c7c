using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>Reads how a text is put together, inside one method and one level into helpers of the same type.</summary>
internal sealed class TextTemplates
{
    private readonly ConcurrentDictionary<SyntaxNode, Body> _bodies = new();
    private readonly HoleOrigins _origins;

    private TextTemplates(Compilation compilation) => _origins = new(Inputs.Of(compilation), Validation.Of(compilation));

    public static TextTemplates Of(Compilation compilation) => Facts.Of(compilation, static known => new TextTemplates(known));

    /// <summary>The template of the text that an operation yields.</summary>
    public Template Read(IOperation text) => new TemplateReader(this, _origins, BodyOf(text)).Read(text);

    /// <summary>What is known of the body around an operation; found out once per body, whoever asks.</summary>
    public Body BodyOf(IOperation operation)
    {
        var root = Body.RootOf(operation);
        return _bodies.GetOrAdd(root.Syntax, _ => new Body(root));
    }
}
