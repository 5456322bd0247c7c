using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Parameters that exceptions and attributes name.</summary>
internal static class ParameterStrings
{
    private const double LikeEnough = 0.6;

    private static readonly ImmutableHashSet<string> Exceptions = WordSet.Of(
        "ArgumentException ArgumentNullException ArgumentOutOfRangeException InvalidEnumArgumentException",
        "DuplicateWaitObjectException");

    /// <summary><c>ArgumentNullException.ThrowIfNull(x, "x")</c> and its kin.</summary>
    public static bool IsThrow(IMethodSymbol method) =>
        method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && Exceptions.Contains(method.ContainingType.Name);

    public static bool IsException(ITypeSymbol? type) => type is not null && Exceptions.Contains(type.Name);

    /// <summary>The name that an exception gives to the bad argument, beside the value that was judged.</summary>
    public static IEnumerable<MissingName> In(
        ImmutableArray<IArgumentOperation> arguments, IOperation thrown, ISymbol around)
    {
        var argument = arguments.FirstOrDefault(each =>
            each.Parameter?.Name is "paramName" or "argumentName" or "parameterName"
            && each.ArgumentKind == ArgumentKind.Explicit);
        if (argument?.Value.Syntax is not LiteralExpressionSyntax { Token.Value: string text } literal) yield break;
        var name = text.Split('.', '[')[0];
        if (!SyntaxFacts.IsValidIdentifier(name)) yield break;

        var inScope = thrown.SemanticModel!.LookupSymbols(literal.SpanStart);
        if (inScope.Any(symbol => symbol.Name == name && symbol is not (INamedTypeSymbol or INamespaceSymbol)))
            yield break;
        if (ThrowsForCallers(around, name)) yield break;
        var judged = thrown is IInvocationOperation call ? call.Arguments[0].Value.Syntax : JudgedBy(literal);
        if (judged is not null && Mentions(judged, name)) yield break;

        yield return new MissingName(
            literal,
            name,
            NameOf(around),
            "parameter",
            "so the exception points to an argument that does not exist")
        {
            Start = name.Length == text.Length ? null : 0,
            IsText = name.Length != text.Length,
            Choices = inScope.OfType<IParameterSymbol>().Select(parameter => new Choice(parameter.Name, parameter)),
            Meant = Parameter(judged, inScope),
            OnlyAsSlip = true,
            LikeASlip = LikeEnough,
            IsOwn = true,
        };
    }

    /// <summary>The parameter that decides whether the result is null.</summary>
    public static IEnumerable<MissingName> InNotNullIfNotNull(AttributeSite site)
    {
        var method = site.Target switch
        {
            IMethodSymbol own => own,
            IParameterSymbol { ContainingSymbol: IMethodSymbol owner } => owner,
            _ => null
        };
        var text = site.Positional.FirstOrDefault();
        if (method is not { ContainingType.Name.Length: > 0 }
            || site.TextOf(text) is not { } name
            || method.Parameters.Any(parameter => parameter.Name == name))
            yield break;
        yield return new MissingName(text!, name, NameOf(method), "parameter", "so the compiler learns nothing from it")
        {
            Choices = method.Parameters.Select(parameter => new Choice(parameter.Name, parameter)),
            IsOwn = true,
        };
    }

    /// <summary>A private method that names the parameter of a method which calls it.</summary>
    private static bool ThrowsForCallers(ISymbol around, string name) =>
        around is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }
        && around.ContainingType.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(method => method.Parameters.Any(parameter => parameter.Name == name));

    private static string NameOf(ISymbol around) => around switch
    {
        IMethodSymbol { AssociatedSymbol: { } owner } => owner.Name,
        IMethodSymbol
            { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, ContainingType: var type } =>
            type.Name,
        _ => around.Name,
    };

    /// <summary>
    /// What is asked before the exception is thrown: the condition, the value that was null, the value that no case
    /// takes.
    /// </summary>
    private static SyntaxNode? JudgedBy(LiteralExpressionSyntax literal)
    {
        foreach (var node in literal.Ancestors())
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                    return coalesce.Left;
                case IfStatementSyntax choice: return choice.Condition;
                case ConditionalExpressionSyntax choice: return choice.Condition;
                case SwitchExpressionSyntax choice: return choice.GoverningExpression;
                case SwitchStatementSyntax choice: return choice.Expression;
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return null;
            }
        return null;
    }

    /// <summary>
    /// Whether what was judged leads to something of the name, in any case: <c>order.Lines</c> is <c>lines</c> and
    /// <c>orderLines</c>.
    /// </summary>
    private static bool Mentions(SyntaxNode judged, string name)
    {
        var wanted = Spelling.Squash(name);
        return judged.DescendantNodesAndSelf()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(access => Spelling.Squash(access.ToString()).EndsWith(wanted, StringComparison.Ordinal));
    }

    /// <summary>The one parameter that was judged by itself, and not by something that it leads to.</summary>
    private static Choice? Parameter(SyntaxNode? judged, ImmutableArray<ISymbol> inScope)
    {
        if (judged is null || judged.DescendantNodesAndSelf()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(access => !IsTestOfText(access)))
            return null;
        var roots = judged.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(name => !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name))
            .Select(name => name.Identifier.ValueText).Where(name => name != nameof(String)).Distinct().ToList();
        return roots.Count == 1
            && inScope.OfType<IParameterSymbol>().FirstOrDefault(parameter => parameter.Name == roots[0]) is { } only
            ? new Choice(only.Name, only)
            : null;
    }

    private static bool IsTestOfText(MemberAccessExpressionSyntax access) =>
        access.Name.Identifier.ValueText is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Empty" or "Length" or "Count";
}
