using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>
/// Callers that hand on what a request brought them, as it came: then the parameter of a service is input as well.
/// </summary>
/// <param name="read">Reads a text as far as its own method tells.</param>
/// <param name="bodyOf">What is known of the body around an operation.</param>
/// <param name="compilation">Where the callers are.</param>
internal sealed class Senders(
    Func<IOperation, Template> read, Func<IOperation, TextFlow> bodyOf, Compilation compilation)
{
    /// <summary>An endpoint, a service, and what does the work.</summary>
    private const int Farthest = 3;

    private readonly ConcurrentDictionary<(IParameterSymbol Parameter, string Member), bool> _known = new();

    /// <summary>Whether some caller fills a value, a parameter or a member of one, with input.</summary>
    public bool Fill(IParameterSymbol parameter, IOperation value) =>
        MemberOf(parameter, value) is { } member
        && _known.GetOrAdd(
            (parameter, member), asked => AreInput(asked.Parameter, asked.Member, Trail.OfSteps(Farthest)));

    private bool AreInput(IParameterSymbol parameter, string member, Trail trail) =>
        parameter.ContainingSymbol is IMethodSymbol method
        && method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && trail.TryPass(parameter, out var further)
        && Passed.To(parameter, method, compilation)
            .Any(value => Wholes(read(value)).Any(hole => IsInput(hole, value, member, further)));

    private bool IsInput(Hole hole, IOperation value, string member, Trail trail)
    {
        if (!hole.IsFree || IsAsked(hole, value, member)) return false;
        return hole.Origin == TextOrigin.Input
            || hole.Origin == TextOrigin.Parameter
                && ParameterOf(hole.Value) is { } outer
                && MemberOf(outer, hole.Value) is { } part
                && AreInput(outer, part + member, trail);
    }

    /// <summary>The caller looks at what it contains before it hands it on.</summary>
    private bool IsAsked(Hole hole, IOperation value, string member) =>
        bodyOf(value).KindsBefore(TextOperations.Key(hole.Value) + member, value.Syntax)
            .Any(static kind => kind is not (CheckKind.Presence or CheckKind.Size));

    /// <summary>The holes that are all of a text: what is put into a text of the caller is the caller's.</summary>
    private static IEnumerable<Hole> Wholes(Template template) =>
        template.Parts.Length != 1 ? [] : template.Parts[0] switch
        {
            Hole hole => [hole],
            Choice choice => choice.Alternatives.Select(static one => one.Parts)
                .Where(static parts => parts.Length == 1)
                .Select(static parts => parts[0])
                .OfType<Hole>(),
            _ => [],
        };

    private static IParameterSymbol? ParameterOf(IOperation value)
    {
        IOperation? root = TextOperations.WithoutForm(value);
        while (root is IMemberReferenceOperation) root = TextOperations.Instance(root)?.BareText();
        return (root as IParameterReferenceOperation)?.Parameter;
    }

    /// <summary>What of a parameter a value is: nothing but itself, or <c>.File.Name</c>.</summary>
    private static string? MemberOf(IParameterSymbol parameter, IOperation value)
    {
        var key = TextOperations.Key(value);
        return key == parameter.Name ? ""
            : key.StartsWith(parameter.Name + ".", StringComparison.Ordinal) ? key[parameter.Name.Length..]
            : null;
    }
}
