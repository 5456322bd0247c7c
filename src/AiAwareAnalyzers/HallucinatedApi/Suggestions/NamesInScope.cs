using System.Collections.Concurrent;
using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// Whether anything in scope is spelled like a name that is unknown. A type with thousands of members asks about the
/// same name in each of them: what the members have to say is found out once.
/// </summary>
internal sealed class NamesInScope
{
    /// <summary>
    /// The most that arguments and the place add to the likeness of a name, where no variable is filled.
    /// </summary>
    private const double MostFit = 0.26;

    /// <summary>In a longer member reading the names twice would cost more than it spares.</summary>
    private const int Long = 4_000;

    private readonly ConcurrentDictionary<(SyntaxTree File, ISymbol Type, string Name), bool> _members = new();
    private readonly Vocabulary _vocabulary;

    private NamesInScope(Compilation compilation) => _vocabulary = Vocabulary.Of(compilation);

    public static NamesInScope Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new NamesInScope(c));

    /// <summary>False where no name in scope can come to a score; true where one may.</summary>
    public bool MayHave(Unbound unbound, SemanticModel model, double score)
    {
        if (FillsVariable(unbound.Name)) return true;
        var wanted = new Likeness(unbound.Text, _vocabulary);
        var least = score - MostFit;
        return _members.GetOrAdd(
                (model.SyntaxTree, unbound.Receiver.Type, unbound.Text),
                _ => MembersAt(unbound.Name, model).Any(name => wanted.To(name) >= least))
            || HasIdiom(unbound, model)
            || IsLikeLocal(unbound, wanted, least);
    }

    private static bool FillsVariable(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax call
        && call.ArgumentList.Arguments.Any(static argument => argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword));

    /// <summary>What is the same at each place of a type.</summary>
    private static IEnumerable<string> MembersAt(SimpleNameSyntax name, SemanticModel model) =>
        model.LookupSymbols(name.SpanStart)
            .Where(static symbol => symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol)
            .Select(static symbol => symbol.Name);

    private static bool HasIdiom(Unbound unbound, SemanticModel model) =>
        Idioms.Of(model.Compilation).ForMember(unbound.Text, TypeNames.Of(unbound.Receiver.Type)).Any();

    /// <summary>Whether the member around says anything like the name, as a local or as something else.</summary>
    private static bool IsLikeLocal(Unbound unbound, Likeness wanted, double least) =>
        unbound.Name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Span.Length: < Long } member
        || member.DescendantTokens()
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Any(token => token.ValueText != unbound.Text && wanted.To(token.ValueText) >= least);
}
