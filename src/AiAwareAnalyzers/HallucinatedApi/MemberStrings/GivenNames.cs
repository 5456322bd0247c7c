using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>The names that a project gives to what it registers, topic by topic.</summary>
internal sealed class GivenNames
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<NameTopic, Given> _given = new();

    private GivenNames(Compilation compilation) => _compilation = compilation;

    public static GivenNames Of(Compilation compilation) => Facts.Of(compilation, static c => new GivenNames(c));

    /// <param name="Names">The names of a topic.</param>
    /// <param name="AreKnown">Whether each of them could be read, and nothing else answers for names.</param>
    private sealed record Given(ImmutableHashSet<string> Names, bool AreKnown);

    /// <summary>
    /// A name that nothing is registered under. A library may be told more elsewhere: only an application has all
    /// registrations in sight, and elsewhere a slip must do.
    /// </summary>
    public IEnumerable<MissingName> In(NameTopic topic, ExpressionSyntax text, string name)
    {
        var given = _given.GetOrAdd(topic, Read);
        return given is { AreKnown: true, Names.IsEmpty: false } && !given.Names.Contains(name)
            ? [new MissingName(text, name, "The project", topic.Noun, topic.Harm)
            {
                Choices = given.Names.OrderBy(each => each, StringComparer.Ordinal).Select(each => new Choice(each)),
                OnlyAsSlip = topic.OnlyAsSlip || !IsApplication,
                IsText = true,
            }]
            : [];
    }

    private bool IsApplication =>
        _compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    private Given Read(NameTopic topic)
    {
        var (names, areKnown) = (topic.NewSet(), !HasProvider(topic));
        foreach (var tree in _compilation.SyntaxTrees)
            foreach (var place in CallsIn(tree, topic).Select(call => NameIn(call, topic)).OfType<ExpressionSyntax>())
                if (ModelOf(tree)?.GetConstantValue(place).Value is string name) names.Add(name);
                else areKnown = false;
        return new Given(names.ToImmutable(), areKnown);
    }

    /// <summary>A class of this project that answers for any name.</summary>
    private bool HasProvider(NameTopic topic) =>
        topic.Provider is { } provider
        && OwnTypes.Of(_compilation).All.Any(type => type.AllInterfaces.Any(contract => contract.Name == provider));

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxTree tree, NameTopic topic)
    {
        var text = tree.GetText().ToString();
        return topic.Givers.Any(giver => text.IndexOf(giver, StringComparison.Ordinal) >= 0)
            ? tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(call => Calls.NameOf(call) is { } called && topic.Givers.Contains(called))
            : [];
    }

    private ExpressionSyntax? NameIn(InvocationExpressionSyntax call, NameTopic topic)
    {
        if (ModelOf(call.SyntaxTree)?.GetOperation(call) is not IInvocationOperation bound
            || !topic.IsGiver(bound.TargetMethod))
            return null;
        return bound.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter
            && topic.GivenAs.Contains(parameter.Name))?.Value.Syntax as ExpressionSyntax;
    }

    private SemanticModel? ModelOf(SyntaxTree tree) => Semantics.Of(_compilation).ModelOf(tree);
}
