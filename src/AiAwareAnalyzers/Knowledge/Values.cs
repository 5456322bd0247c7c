using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Where a value comes from and where it goes, one step at a time.</summary>
internal static class Values
{
    /// <summary>The value without the parentheses and the implicit conversions around it.</summary>
    public static IOperation Bare(IOperation value) => value.Peeled(Skin.Parentheses | Skin.ImplicitConversions);

    /// <summary>Who uses the value, past parentheses and implicit conversions.</summary>
    public static IOperation? UserOf(IOperation value)
    {
        var user = value.Parent;
        while (Peeling.Is(user, Skin.Parentheses | Skin.ImplicitConversions)) user = user!.Parent;
        return user;
    }

    /// <summary>The declaration that takes the value as it is: assigned, initialized, returned or passed.</summary>
    public static ISymbol? TakerOf(IOperation value)
    {
        var user = UserOf(value);
        return user switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => variable.Symbol,
            IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
            IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
            IParameterInitializerOperation parameter => parameter.Parameter,
            IAssignmentOperation assignment when !Holds(assignment.Target, value) => SymbolOf(assignment.Target),
            IArgumentOperation { Parameter: { } parameter } => parameter,
            IReturnOperation => MemberAround(user),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IAwaitOperation => TakerOf(user),
            _ => null,
        };
    }

    /// <summary>The declaration that a value is read from.</summary>
    public static ISymbol? SymbolOf(IOperation value) => Bare(value) switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod,
        IConditionalAccessOperation access => SymbolOf(access.WhenNotNull),
        _ => null,
    };

    /// <summary>What a local was given where it was declared.</summary>
    public static IOperation? InitialValueOf(ILocalReferenceOperation reference)
    {
        var declaration = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return declaration is VariableDeclaratorSyntax { Initializer.Value: { } value } ? reference.SemanticModel?.GetOperation(value) : null;
    }

    /// <summary>The method, property or local function whose body an operation stands in.</summary>
    public static ISymbol? MemberAround(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) switch
        {
            IMethodSymbol { AssociatedSymbol: { } owner } => owner,
            var member => member,
        };

    private static bool Holds(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);
}
