using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What may have been meant by a type that no reference has.</summary>
internal sealed class TypeSuggestions
{
    private const double Idiom = 1.04;
    private const double IdiomRank = 0.03;
    private const double Unimported = 0.06;
    private const int TellingWords = 3;
    private const double NearlyAll = 0.8;
    private const double Prefix = 0.01;
    private const double SameKind = 0.03;
    private const double ByWords = 0.12;
    private const double OfInterface = 0.95;
    private const double HoldsNext = 0.75;
    private const double RightArity = 0.05;
    private const double WrongArity = 0.12;
    private const double OtherArity = 0.85;
    private const double WrongKind = 0.25;
    private const double HasMember = 0.1;
    private const double Deeper = 0.05;
    private const double WrongArguments = 0.1;

    private readonly UnboundType _unbound;
    private readonly SemanticModel _model;
    private readonly Likeness _likeness;
    private readonly HashSet<string> _stems;
    private readonly ExpressionOf _use;

    private TypeSuggestions(UnboundType unbound, SemanticModel model, Vocabulary vocabulary)
    {
        _unbound = unbound;
        _model = model;
        _likeness = new Likeness(unbound.Text, vocabulary);
        _stems = [.. Words.Of(unbound.Text).SelectMany(vocabulary.Relatives)];
        _use = UseOf(unbound.Name);
    }

    /// <summary>What the place demands of a type.</summary>
    private enum ExpressionOf
    {
        Anything,
        NewObject,
        Exception,
        Attribute,
        StaticMember,

        /// <summary>A variable that may be null.</summary>
        Reference,
    }

    /// <summary>
    /// At most three, best first; none where only a guess would find any: a name alone may be that of generated code.
    /// </summary>
    public static ImmutableArray<Suggestion> For(UnboundType unbound, SemanticModel model) =>
        IsForeign(unbound, model.Compilation)
        || new TypeSuggestions(unbound, model, Vocabulary.Of(model.Compilation)).All()
            .Any(static suggestion => suggestion.Score >= Suggestion.Enough)
            ? new TypeSuggestions(unbound, model, Vocabulary.ForGuesses(model.Compilation)).Best()
            : ImmutableArray<Suggestion>.Empty;

    /// <summary>Nobody here calls a type so.</summary>
    private static bool IsForeign(UnboundType unbound, Compilation compilation) =>
        Words.Of(unbound.Text).Length > 1 && Idioms.Of(compilation).ForMissingType(unbound.Text).Any();

    private ImmutableArray<Suggestion> Best() => Suggestion.Best(All());

    private IEnumerable<Suggestion> All() =>
        OfOtherArity().Concat(FromScope()).Concat(FromNamespaces()).Concat(FromIdioms()).Concat(FromReferences())
            .Concat(FromUnimported());

    /// <summary>
    /// The type of just this name that takes another number of types: <c>Dictionary&lt;TKey, TValue&gt;</c>.
    /// </summary>
    private IEnumerable<Suggestion> OfOtherArity() =>
        _model.LookupNamespacesAndTypes(_unbound.Name.SpanStart, _unbound.Within, _unbound.Text)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.Arity > 0 && type.Arity != _unbound.Arity)
            .Select(type => new Suggestion(TypeNames.Written(type), OtherArity, type));

    private IEnumerable<Suggestion> FromScope() =>
        _model.LookupNamespacesAndTypes(_unbound.Name.SpanStart, _unbound.Within)
            .OfType<INamedTypeSymbol>()
            .Where(MayBeMeant)
            .Select(type => new Suggestion(
                Written(type),
                (_unbound.Text == "I" + type.Name ? OfInterface : _likeness.To(NameOf(type)))
                    + FitOf(type) + EndsFit(type),
                type));

    /// <summary>
    /// The last word says what it is: a <c>…Handler</c>. What stands behind a whole name was added to it.
    /// </summary>
    private double EndsFit(INamedTypeSymbol type) =>
        (_unbound.Text.StartsWith(type.Name, StringComparison.Ordinal) ? Prefix : 0)
        + (Words.Of(type.Name) is [.., var last] && Words.Of(_unbound.Text) is [.., var wanted] && last == wanted
            ? SameKind
            : 0);

    /// <summary>Spares the comparison of names that have neither a word nor most letters in common.</summary>
    private bool MayBeMeant(INamedTypeSymbol type) =>
        type.Name != _unbound.Text
        && (Math.Abs(type.Name.Length - _unbound.Text.Length) <= 2
            || Words.Of(type.Name).Any(word => _stems.Contains(Spelling.Root(word))));

    /// <summary>
    /// Before a dot, and in an alias, a namespace may be meant, or one that lies deeper: <c>System.Text.Json</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromNamespaces() => _unbound is { Within: INamespaceSymbol within, Arity: 0 }
        && (Next is not null || _unbound.Name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
        ? within.GetNamespaceMembers().SelectMany(space => FromNamespace(space))
        : [];

    private IEnumerable<Suggestion> FromNamespace(INamespaceSymbol space)
    {
        yield return new Suggestion(
            space.Name,
            Math.Max(
                _likeness.To(space.Name) + (Next is not null ? RightArity : 0) + NextFit(space),
                Holds(space) ? HoldsNext : 0),
            space);
        if (Next is null) yield break;
        foreach (var inner in space.GetNamespaceMembers().Where(Holds))
            yield return new Suggestion(
                $"{space.Name}.{inner.Name}", Math.Min(_likeness.To(inner.Name), 1) - Deeper + NextFit(inner), inner);
    }

    private double NextFit(INamespaceSymbol space) => Holds(space) ? HasMember : 0;

    private bool Holds(INamespaceSymbol space) => Next is { } next
        && (space.GetTypeMembers(next).Length > 0 || space.GetNamespaceMembers().Any(inner => inner.Name == next));

    /// <summary>What is asked of the namespace, where this is not the last name.</summary>
    private string? Next => _unbound.Name.Parent switch
    {
        QualifiedNameSyntax { Parent: QualifiedNameSyntax outer } qualified when outer.Left == qualified =>
            outer.Right.Identifier.ValueText,
        MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax outer } access
            when outer.Expression == access && access.Name == _unbound.Name =>
            outer.Name.Identifier.ValueText,
        _ => null,
    };

    private IEnumerable<Suggestion> FromIdioms()
    {
        if (_unbound.Within is not null) yield break;
        var rank = 0;
        foreach (var ours in Idioms.Of(_model.Compilation).ForMissingType(_unbound.Text))
        {
            if (Resolve(ours) is not { } type) continue;
            yield return new Suggestion(
                Written(type, ours),
                Idiom - IdiomRank * rank++ + ArityFit(type) / 6 + KindFit(type) / 3,
                type,
                ImportOf(type));
        }
    }

    /// <summary>The type of a name, of the wanted arity where there is one.</summary>
    private INamedTypeSymbol? Resolve(string ours) =>
        ReferencedTypes.Of(_model.Compilation).Named(Keywords.TypeOf(ours))
            .Concat(ReferencedTypes.Of(_model.Compilation).Named(ours + nameof(Attribute)))
            .Where(type => type.Name == Keywords.TypeOf(ours) || type.Name == ours + nameof(Attribute))
            .OrderBy(type => type.Arity == _unbound.Arity ? 0 : 1)
            .ThenBy(type => TypeNames.FullMetadataName(type).Length)
            .FirstOrDefault();

    /// <summary>Types whose namespace is not imported, where only the case of the letters is wrong.</summary>
    private IEnumerable<Suggestion> FromReferences() => _unbound.Within is not null
        ? []
        : ReferencedTypes.Of(_model.Compilation).Named(_unbound.Text)
            .Where(type => type.ContainingType is null && type.Arity == _unbound.Arity)
            .Select(type =>
                new Suggestion(Written(type), Likeness.Same - Unimported + FitOf(type), type, ImportOf(type)));

    /// <summary>Types whose namespace is not imported, and whose name says nearly all that this one says.</summary>
    private IEnumerable<Suggestion> FromUnimported()
    {
        var words = Words.Of(_unbound.Text);
        if (_unbound.Within is not null || words.Length < 2) yield break;
        foreach (var name in ReferencedTypes.Of(_model.Compilation).Names)
            if ((name.StartsWith(_unbound.Text, StringComparison.Ordinal)
                    || (words.Length >= TellingWords && words.Count(word =>
                        name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) >= words.Length - 1))
                && _likeness.To(name) is >= NearlyAll and < Likeness.Same and var likeness)
                foreach (var type in ReferencedTypes.Of(_model.Compilation).Named(name))
                    if (type is { ContainingType: null, DeclaredAccessibility: Accessibility.Public }
                        && ImportOf(type) is { } import)
                        yield return new Suggestion(
                            Written(type), Math.Min(likeness, 1) + FitOf(type) - ByWords, type, import);
    }

    private double FitOf(INamedTypeSymbol type) => ArityFit(type) + KindFit(type);

    private double ArityFit(INamedTypeSymbol type) =>
        _unbound.Arity == type.Arity ? (_unbound.Arity > 0 ? RightArity : 0) : -WrongArity;

    private double KindFit(INamedTypeSymbol type) => _use switch
    {
        ExpressionOf.NewObject =>
            type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false }
                ? TakesArguments(type) ? 0.03 : -WrongArguments
                : -WrongKind,
        ExpressionOf.Exception => IsA(type, nameof(Exception)) ? 0.05 : -WrongKind,
        ExpressionOf.Attribute => IsA(type, nameof(Attribute)) ? 0.05 : -WrongKind,
        ExpressionOf.StaticMember =>
            type.GetMembers(((MemberAccessExpressionSyntax)_unbound.Name.Parent!).Name.Identifier.ValueText).Any()
                ? HasMember
                : 0,
        ExpressionOf.Reference when type.IsValueType => -WrongKind,
        _ => type.IsStatic ? -WrongKind : IsA(type, nameof(Attribute)) ? -WrongKind / 2 : 0,
    };

    /// <summary>Whether a constructor takes as many arguments as are passed.</summary>
    private bool TakesArguments(INamedTypeSymbol type) =>
        _unbound.Name.Parent is not ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: var passed }
        || type.InstanceConstructors.Any(made => made.DeclaredAccessibility == Accessibility.Public
            && made.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams) <= passed
            && (made.Parameters.Length >= passed || made.Parameters.LastOrDefault()?.IsParams == true));

    private static bool IsA(INamedTypeSymbol type, string ancestor) =>
        TypeNames.SelfAndAncestors(type).Any(each => each.Name == ancestor);

    private static ExpressionOf UseOf(SimpleNameSyntax name) => name.Parent switch
    {
        ObjectCreationExpressionSyntax
            when name.Identifier.ValueText.EndsWith(nameof(Exception), StringComparison.Ordinal) =>
            ExpressionOf.Exception,
        ObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax } =>
            ExpressionOf.Exception,
        CatchDeclarationSyntax => ExpressionOf.Exception,
        ObjectCreationExpressionSyntax => ExpressionOf.NewObject,
        AttributeSyntax => ExpressionOf.Attribute,
        MemberAccessExpressionSyntax access when access.Expression == name => ExpressionOf.StaticMember,
        VariableDeclarationSyntax declaration when declaration.Variables.Any(IsNull) => ExpressionOf.Reference,
        _ => ExpressionOf.Anything,
    };

    private static bool IsNull(VariableDeclaratorSyntax variable) =>
        variable.Initializer?.Value.IsKind(SyntaxKind.NullLiteralExpression) == true;

    private string NameOf(INamedTypeSymbol type) =>
        _use == ExpressionOf.Attribute ? WithoutEnding(type.Name) : type.Name;

    private string Written(INamedTypeSymbol type, string? ours = null) =>
        ours is null || (type.Name == ours + nameof(Attribute) && type.Name != ours) ? NameOf(type) : ours;

    private static string WithoutEnding(string attribute) =>
        attribute.EndsWith(nameof(Attribute), StringComparison.Ordinal)
            ? attribute.Substring(0, attribute.Length - nameof(Attribute).Length)
            : attribute;

    /// <summary>The namespace that is missing at the place; null where the type is in scope.</summary>
    private string? ImportOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space
        && !_model.LookupNamespacesAndTypes(_unbound.Name.SpanStart, name: type.Name)
            .Any(symbol => SymbolEqualityComparer.Default.Equals(symbol, type))
            ? space.ToDisplayString()
            : null;
}
