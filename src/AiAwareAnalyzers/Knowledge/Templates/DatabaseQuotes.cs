using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>Text that a database has put into quotes itself, as in <c>SELECT quote($key)</c>.</summary>
internal static class DatabaseQuotes
{
    private static readonly ImmutableArray<string> Functions = ImmutableArray.Create(
        "quote(", "quote_literal(", "quote_ident(", "quotename(");

    /// <summary>Whether a call asks a command of this body, whose text begins with such a function.</summary>
    public static bool Give(IInvocationOperation call) =>
        call is { TargetMethod.Name: "ExecuteScalar" or "ExecuteScalarAsync", Instance: { } command }
        && Values.SymbolOf(command) is { } asked
        && call.Root().Descendants().OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IPropertyReferenceOperation { Property.Name: "CommandText", Instance: { } owner }
            && SymbolEqualityComparer.Default.Equals(Values.SymbolOf(owner), asked)
            && assignment.Value.ConstantText() is { } text
            && Quotes(text));

    private static bool Quotes(string statement) =>
        statement.TrimStart() is var text
        && text.StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase)
        && text.Substring("SELECT ".Length).TrimStart() is var asked
        && Functions.Any(function => asked.StartsWith(function, StringComparison.OrdinalIgnoreCase));
}
