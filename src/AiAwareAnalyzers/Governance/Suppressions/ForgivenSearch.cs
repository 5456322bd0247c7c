using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>
/// A <c>!</c> behind a search that may find nothing, whose value goes on to code that trusts it. Where the value is
/// used at once, or kept in a local and used, other rules speak.
/// </summary>
internal static class ForgivenSearch
{
    /// <summary>The search that a <c>!</c> vouches for; null where it silences nothing, or nothing doubtful.</summary>
    public static IInvocationOperation? In(
        PostfixUnaryExpressionSyntax forgiven, SemanticModel model, CancellationToken cancellation) =>
        Bare(forgiven.Operand) is InvocationExpressionSyntax search
        && IsHandedOn(forgiven, model, cancellation)
        && model.GetNullableContext(forgiven.SpanStart).WarningsEnabled()
        && model.GetOperation(search, cancellation) is IInvocationOperation call
        && Lookups.MayFindNothing(call)
        && !IsAboutClaims(call.TargetMethod)
        && !Quoted.Holds(call)
        && !IsKnownToBeThere(search, model, cancellation)
            ? call
            : null;

    /// <summary>Whoever issued the token vouches for what stands in it.</summary>
    private static bool IsAboutClaims(IMethodSymbol method) =>
        method.ContainingType.Name is "ClaimsPrincipal" or "ClaimsIdentity" or "PrincipalExtensions";

    private static ExpressionSyntax Bare(ExpressionSyntax value)
    {
        while (true)
            switch (value)
            {
                case ParenthesizedExpressionSyntax brackets: value = brackets.Expression; break;
                case AwaitExpressionSyntax awaiting: value = awaiting.Expression; break;
                default: return value;
            }
    }

    /// <summary>To a caller, a parameter or a member that are said never to be null.</summary>
    private static bool IsHandedOn(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        while (value.Parent is ParenthesizedExpressionSyntax brackets) value = brackets;
        return value.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => !MayReturnNull(value, model, cancellation),
            ArgumentSyntax { Parent.Parent: { } call } argument =>
                ParameterOf(argument, model.GetOperation(call, cancellation)) is { } parameter
                && !parameter.Type.IsAnnotated()
                && !IsOfTable(parameter.ContainingType),
            AssignmentExpressionSyntax assignment when assignment.Right == value =>
                model.GetSymbolInfo(assignment.Left, cancellation).Symbol switch
                {
                    IPropertySymbol property => !property.Type.IsAnnotated(),
                    IFieldSymbol field => !field.Type.IsAnnotated(),
                    _ => false,
                },
            _ => false,
        };
    }

    /// <summary>What is handed over is the value: the compiler has forgotten the <c>!</c> by then.</summary>
    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, IOperation? call) =>
        (call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        }).FirstOrDefault(handed => argument.Span.Contains(handed.Syntax.Span))?.Parameter;

    private static bool MayReturnNull(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetEnclosingSymbol(value.SpanStart, cancellation) is not IMethodSymbol method
        || Tasks.Unwrap(method.ReturnType) is not { } returned
        || returned.IsAnnotated()
        || method.MethodKind == MethodKind.AnonymousFunction;

    private static bool IsAnnotated(this ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated;

    /// <summary>What a set of rows is told to remove or to change is used at once, and needs to be there.</summary>
    private static bool IsOfTable(INamedTypeSymbol? type) => type is { Name: "DbSet" or "DbContext" };

    /// <summary>The same source was asked before, or is a table that the program itself has written down.</summary>
    private static bool IsKnownToBeThere(
        InvocationExpressionSyntax search, SemanticModel model, CancellationToken cancellation)
    {
        var source = SourceOf(search);
        if (model.GetSymbolInfo(source, cancellation).Symbol
            is { IsStatic: true, Kind: SymbolKind.Field or SymbolKind.Property })
            return true;
        var told = source.ToString();
        return search.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.DescendantNodes()
                .TakeWhile(node => node != search)
                .OfType<MemberAccessExpressionSyntax>()
                .Any(question => IsQuestion(question.Name.Identifier.ValueText)
                    && SourceOf(question.Expression).ToString() == told);
    }

    /// <summary>What a chain of calls begins with.</summary>
    private static ExpressionSyntax SourceOf(ExpressionSyntax value)
    {
        while (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax link })
            value = link.Expression;
        return value;
    }

    private static bool IsQuestion(string name) =>
        name is "Any" or "AnyAsync" or "Exists" or "ExistsAsync" or "Contains" or "ContainsKey" or "All" or "Count"
            or "CountAsync" or "Length";
}
