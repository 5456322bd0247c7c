using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>
/// A raw call of Entity Framework Core, rewritten to the one whose interpolated string becomes parameters.
/// </summary>
internal sealed class InterpolatedCall
{
    private InterpolatedCall(IReadOnlyList<TextChange> changes) => Changes = changes;

    public IReadOnlyList<TextChange> Changes { get; }

    /// <summary>Plans the rewriting; null where a hole would become a parameter that cannot be one.</summary>
    public static InterpolatedCall? Of(
        SyntaxNode sink, ExpressionSyntax text, List<SplicedValue> values, SemanticModel model)
    {
        if (text is not InterpolatedStringExpressionSyntax interpolated
            || interpolated.Contents.OfType<InterpolationSyntax>().Count() != values.Count
            || values.Any(value => value.Prefix.Length + value.Suffix.Length > 0)
            || model.GetOperation(sink) is not IInvocationOperation call
            || call.Arguments.Any(argument =>
                argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == "parameters")
            || NameOf(sink) is not { } name
            || Safe(call.TargetMethod) is not { } safe)
            return null;

        var changes = values.Select(value => new TextChange(value.Span, value.Value.Parent!.ToString())).ToList();
        changes.Add(new(name.Identifier.Span, safe));
        if (!sink.Span.Contains(text.Span))
        {
            if (text.Parent?.Parent?.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Type: var type })
                return null;
            changes.Add(new(type.Span, model.LookupNamespacesAndTypes(type.SpanStart, name: "FormattableString").IsEmpty
                ? "System.FormattableString"
                : "FormattableString"));
        }

        return new(changes);
    }

    private static SimpleNameSyntax? NameOf(SyntaxNode sink) =>
        sink is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } }
            ? name
            : null;

    /// <summary>The sibling that takes a <c>FormattableString</c>.</summary>
    private static string? Safe(IMethodSymbol raw)
    {
        var name = raw.Name.Replace("Raw", "");
        var type = (raw.ReducedFrom ?? raw).ContainingType;
        return new[] { name, name.EndsWith("Async", StringComparison.Ordinal)
            ? name.Replace("Async", "InterpolatedAsync")
            : name + "Interpolated" }
            .FirstOrDefault(candidate => type.GetMembers(candidate)
                .OfType<IMethodSymbol>()
                .Any(method => method.Parameters.Any(parameter => parameter.Type.Name == "FormattableString")));
    }
}
