using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>
/// Where a value comes from: followed back through locals, conversions, awaits, choices and members of the same type.
/// </summary>
internal static class Provenance
{
    /// <summary>More steps than these are a story that nobody follows.</summary>
    private const int Patience = 8;

    /// <summary>The operations that make a value, themselves not followed any further.</summary>
    public static IEnumerable<IOperation> Of(IOperation value) => Of(value, Trail.OfSteps(Patience));

    /// <summary>The object that a member is called on; under <c>?.</c> it stands further out.</summary>
    public static IOperation? Receiver(IOperation? instance)
    {
        if (instance is not IConditionalAccessInstanceOperation) return instance;

        IOperation inner = instance;
        for (var outer = instance.Parent; outer is not null; inner = outer, outer = outer.Parent)
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner) return access.Operation;
        return null;
    }

    private static IEnumerable<IOperation> Of(IOperation value, Trail trail)
    {
        var further = trail.Deeper();
        var goesOn = !trail.IsOver
            && (NamedBy(value) is not { } declaration || trail.TryPass(declaration, out further));
        return goesOn && Steps(value) is { } steps ? steps.SelectMany(step => Of(step, further)) : new[] { value };
    }

    /// <summary>The declaration that a step leads through.</summary>
    private static ISymbol? NamedBy(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IPropertyReferenceOperation property => property.Property,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };

    /// <summary>One step back; null where the value is made here.</summary>
    private static IEnumerable<IOperation>? Steps(IOperation value) => value switch
    {
        IConversionOperation conversion => One(conversion.Operand),
        IParenthesizedOperation parenthesized => One(parenthesized.Operand),
        IAwaitOperation awaited => One(awaited.Operation),
        ICoalesceOperation coalesce => new[] { coalesce.Value, coalesce.WhenNull },
        IConditionalOperation { WhenFalse: { } otherwise } choice => new[] { choice.WhenTrue, otherwise },
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Value),
        IConditionalAccessOperation access => One(access.WhenNotNull),
        ILocalReferenceOperation { Local: var local } => DefinitionOf(local, value.SemanticModel),
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: var property } =>
            ResultOf(property, value.SemanticModel),
        IInvocationOperation { Instance: null or IInstanceReferenceOperation, TargetMethod: var method } =>
            ResultOf(method, value.SemanticModel),
        _ => null,
    };

    private static IEnumerable<IOperation> One(IOperation operation) => new[] { operation };

    private static IEnumerable<IOperation>? DefinitionOf(ILocalSymbol local, SemanticModel? model)
    {
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var value = declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initializer } => initializer,
            SingleVariableDesignationSyntax
                { Parent: DeclarationPatternSyntax or RecursivePatternSyntax or VarPatternSyntax } designation =>
                Matched(designation),
            _ => null,
        };
        return value is not null && OperationOf(value, model) is { } operation ? One(operation) : null;
    }

    /// <summary><c>x is { } y</c>: y is x.</summary>
    private static ExpressionSyntax? Matched(SingleVariableDesignationSyntax designation) =>
        designation.Parent?.Parent is IsPatternExpressionSyntax match ? match.Expression : null;

    /// <summary>What a member of the same file answers, when it is only a name for an expression.</summary>
    private static IEnumerable<IOperation>? ResultOf(ISymbol member, SemanticModel? model)
    {
        var result = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: var expression } => expression,
            MethodDeclarationSyntax { Body: { Statements: { Count: 1 } statements } } =>
                (statements[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };
        return result is not null && OperationOf(result, model) is { } operation ? One(operation) : null;
    }

    /// <summary>Only in the file at hand: other files would have to be bound for it.</summary>
    private static IOperation? OperationOf(SyntaxNode syntax, SemanticModel? model) =>
        model?.SyntaxTree == syntax.SyntaxTree ? model.GetOperation(syntax) : null;
}
