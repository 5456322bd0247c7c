using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Passes the caught exception on to a call or a constructor, where that has a place for it.</summary>
internal static class ExceptionArgument
{
    /// <summary>Stands for the exception while one asks which overload would be called.</summary>
    private static readonly ArgumentSyntax Stand =
        SyntaxFactory.Argument(SyntaxFactory.ParseExpression("default(global::System.Exception)"));

    /// <summary>
    /// Where in the arguments the exception fits; null where no overload takes it there, with the others as they were.
    /// </summary>
    public static int? PlaceIn(
        ExpressionSyntax call, ArgumentListSyntax arguments, IEnumerable<int> places, SemanticModel model)
    {
        if (arguments.Arguments.Any(static argument => argument.NameColon is not null)) return null;
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol before) return null;

        foreach (var place in places)
        {
            var tried = call is ImplicitObjectCreationExpressionSyntax
                ? SyntaxFactory.ObjectCreationExpression(
                    SyntaxFactory.ParseTypeName(
                        before.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
                    With(arguments, place, Stand),
                    null)
                : call.ReplaceNode(arguments, With(arguments, place, Stand));
            if (model.GetSpeculativeSymbolInfo(
                call.SpanStart, tried, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol after
                && Fits(before, after, place, arguments.Arguments.Count))
                return place;
        }

        return null;
    }

    public static ArgumentListSyntax With(ArgumentListSyntax arguments, int place, ArgumentSyntax exception) =>
        arguments.WithArguments(arguments.Arguments.Insert(place, exception))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>
    /// The exception meets a parameter of its kind, and every other argument a parameter of the same meaning as before.
    /// </summary>
    private static bool Fits(IMethodSymbol before, IMethodSymbol after, int place, int count)
    {
        if (place >= after.Parameters.Length
            || after.Parameters[place].IsParams
            || after.Parameters[place].Type is not { Name: "Exception", ContainingNamespace.Name: "System" })
            return false;
        for (var number = 0; number < count; number++)
        {
            var old = NameAt(before, number);
            var now = NameAt(after, number < place ? number : number + 1);
            if (old != now) return false;
        }

        return true;
    }

    private static string NameAt(IMethodSymbol method, int place) =>
        place < method.Parameters.Length ? method.Parameters[place].Name
        : method.Parameters.LastOrDefault() is { IsParams: true } rest ? rest.Name
        : "";
}
