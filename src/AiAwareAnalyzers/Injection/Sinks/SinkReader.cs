using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>
/// Reads the texts that a body hands to one kind of sink. A hole that feeds several of them belongs to the first.
/// </summary>
/// <param name="templates">Reads a text.</param>
/// <param name="textsOf">The texts that an operation hands over, constants left out.</param>
internal sealed class SinkReader(TextTemplates templates, Func<IOperation, ImmutableArray<IOperation>> textsOf)
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableDictionary<SyntaxNode, SinkUse>> _bodies = new();

    /// <summary>What an operation hands over, if that is not a constant and holds anything free, or a name.</summary>
    public SinkUse? At(IOperation operation)
    {
        if (textsOf(operation).IsEmpty) return null;
        var root = operation.Root();
        return _bodies.GetOrAdd(root.Syntax, _ => Read(root)).TryGetValue(operation.Syntax, out var use) ? use : null;
    }

    private ImmutableDictionary<SyntaxNode, SinkUse> Read(IOperation root)
    {
        var taken = new HashSet<SyntaxNode>();
        var uses = ImmutableDictionary.CreateBuilder<SyntaxNode, SinkUse>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            foreach (var text in textsOf(operation))
            {
                var template = templates.Read(text);
                var free = template.Holes.Where(hole => IsFree(hole) && taken.Add(hole.Value.Syntax))
                    .ToImmutableArray();
                if ((!free.IsEmpty || template.Holes.Any(static hole => hole.Kind == HoleKind.Name))
                    && !uses.ContainsKey(operation.Syntax))
                    uses.Add(operation.Syntax, new(operation, text, template, free, templates.BodyOf(operation)));
            }
        }

        return uses.ToImmutable();
    }

    /// <summary>What every caller in sight fills with a constant is free in name only.</summary>
    private bool IsFree(Hole hole) =>
        hole.IsFree && !(hole.Origin == TextOrigin.Parameter && Callers.PassOnlyConstants(hole.Value, templates));
}

/// <summary>A text where it is handed to a sink.</summary>
internal sealed class SinkUse(
    IOperation sink, IOperation text, Template template, ImmutableArray<Hole> free, TextFlow body)
{
    public IOperation Sink => sink;

    public IOperation Text => text;

    public Template Template => template;

    /// <summary>The holes into which anything may be put.</summary>
    public ImmutableArray<Hole> Free => free;

    public TextFlow Body => body;

    /// <summary>The member that takes the text, as it is called in messages: <c>File.ReadAllText</c>.</summary>
    public string Name => sink switch
    {
        IInvocationOperation call => $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
        IObjectCreationOperation { Type: { } type } => $"new {type.Name}",
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } =>
            $"{property.ContainingType.Name}.{property.Name}",
        IConversionOperation { Type: { } type } => type.Name,
        _ => Quote.Of(sink.Syntax),
    };

    /// <summary>
    /// Where to report a hole: where it is written, or at the whole text where that is in another method.
    /// </summary>
    public Location LocationOf(Hole hole) =>
        (body.Root.Syntax.Span.Contains(hole.Value.Syntax.Span) ? hole.Value.Syntax : text.Syntax).GetLocation();
}
