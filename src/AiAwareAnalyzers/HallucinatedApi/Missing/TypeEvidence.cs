using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>
/// What proves that a type in a declaration does not exist, to somebody who cannot see what generators bring.
/// </summary>
/// <remarks>
/// That a name is unknown proves nothing: it may be a component, a client, a message or a mocked interface that is made
/// out of another file. A name speaks against itself where a reference owns the namespace or type that it is looked for
/// in; where it is what a well-known package calls a type; where other languages call a type so that is in scope; or
/// where it is no word, but a slip away from a type that is in scope.
/// </remarks>
internal sealed class TypeEvidence(Compilation compilation, ImmutableHashSet<string> otherFiles)
{
    /// <summary>What sources of older frameworks are filled up with by generators.</summary>
    private static readonly string[] Polyfilled =
        ["System.Index", "System.Range", "System.Runtime.CompilerServices.", "System.Diagnostics.CodeAnalysis."];

    private readonly DeclaredTypes _declared = DeclaredTypes.Of(compilation);

    /// <param name="unbound">A name that cannot be bound.</param>
    /// <param name="file">Where it stands.</param>
    /// <param name="model">The model of the file.</param>
    public bool Condemns(UnboundType unbound, DeclarationNames file, SemanticModel model)
    {
        if (otherFiles.Contains(unbound.Text) || IsGeneratedInto(unbound)) return false;
        if (unbound.Since(compilation) is not null) return IsNewer(unbound, file);
        return unbound.Within switch
        {
            INamespaceSymbol space => MissingNamespace.IsOfReferences(space, compilation),
            INamedTypeSymbol type =>
                !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly),
            _ when unbound.Name.Parent is QualifiedNameSyntax =>
                RequiredReferences.Of(compilation).OfNamespace(unbound.Text) is not null,
            _ => IsCurated(unbound) || IsRenamed(unbound, model) || IsSlip(unbound, model),
        };
    }

    private static bool IsGeneratedInto(UnboundType unbound) =>
        Words.Of($"{unbound.Within?.ToDisplayString()}.{unbound.Text}")
            .Any(word => word is "generated" or "generator" or "generators");

    /// <summary>
    /// What only the compiler reads may be declared by a generator: attributes, and the types of ranges.
    /// </summary>
    private bool IsNewer(UnboundType unbound, DeclarationNames file)
    {
        if (unbound.Name.Parent is AttributeSyntax) return false;
        if (unbound.Within is INamespaceSymbol space) return MissingNamespace.IsOfReferences(space, compilation);
        var imports = new HashSet<string>(_declared.ImportsOf(file), StringComparer.Ordinal);
        return ApiHistory.Of(compilation).TypesNamed(unbound.MetadataName).Any(type =>
            !Polyfilled.Any(filled => type.StartsWith(filled, StringComparison.Ordinal))
            && type.LastIndexOf('.') is var dot and > 0
            && imports.Contains(type[..dot]));
    }

    /// <summary>
    /// A type and its interface go together: where the project has <c>Scheduler</c>, its <c>IScheduler</c> may be
    /// generated.
    /// </summary>
    private bool IsCurated(UnboundType unbound) =>
        RequiredReferences.Of(compilation).OfType(unbound.Text) is not null
        && Words.Of(unbound.Text).Length > 1
        && !(unbound.Text[0] == 'I' && _declared.IsOwn(unbound.Text[1..]));

    private bool IsRenamed(UnboundType unbound, SemanticModel model) =>
        (Words.Of(unbound.Text).Length > 1 || unbound.Arity > 0)
        && Idioms.Of(compilation)
            .ForType(unbound.Text)
            .Any(ours => !unbound.Text.EndsWith(ours, StringComparison.Ordinal)
                && InScope(unbound, model, Keywords.TypeOf(ours)).Any(type => type.Arity == unbound.Arity));

    private bool IsSlip(UnboundType unbound, SemanticModel model)
    {
        var types = InScope(unbound, model, name: null).ToList();
        var words = new Lazy<HashSet<string>>(() =>
            new(types.Select(type => type.Name)
                .Concat(compilation.Assembly.TypeNames)
                .SelectMany(name => Words.Of(name)), StringComparer.Ordinal));
        return types.Any(type => Slip.IsOf(unbound.Text, NameOf(type, unbound), word => words.Value.Contains(word)));
    }

    private static string NameOf(INamedTypeSymbol type, UnboundType unbound) =>
        unbound.Name.Parent is AttributeSyntax
        && type.Name.EndsWith(nameof(Attribute), StringComparison.Ordinal)
        && !unbound.Text.EndsWith(nameof(Attribute), StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - nameof(Attribute).Length)
            : type.Name;

    /// <summary>The types of references that need no qualification.</summary>
    private IEnumerable<INamedTypeSymbol> InScope(UnboundType unbound, SemanticModel model, string? name) =>
        model.LookupNamespacesAndTypes(unbound.Name.SpanStart, name: name).OfType<INamedTypeSymbol>()
            .Where(type => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));
}
