namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>
/// What the project itself says about methods that take SQL, and the statements that are handed to them or to a known
/// API.
/// </summary>
internal static class SqlMethods
{
    internal static readonly Option<ImmutableHashSet<string>> Named = new(
        key: "ai_aware.injection.sql_methods",
        accepts: "names of methods, 'Method' or 'Type.Method', separated by commas",
        fallback: "",
        purpose: "Methods whose first string parameter is run as SQL, besides those of the known libraries.",
        read: TryRead);

    /// <summary>Where a statement reaches a database.</summary>
    public static OperationKind[] Kinds =>
        [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment];

    public static SqlStatement? StatementIn(OperationAnalysisContext context) =>
        SqlStatements.Of(context.Compilation).At(context.Operation, method => IsNamed(method, context));

    private static bool IsNamed(IMethodSymbol method, OperationAnalysisContext context)
    {
        var names = Named.In(context.Operation.Syntax.SyntaxTree, context.Options, context.Compilation);
        return !names.IsEmpty
            && (names.Contains(method.Name) || names.Contains($"{method.ContainingType.Name}.{method.Name}"));
    }

    private static bool TryRead(string raw, out ImmutableHashSet<string> names)
    {
        names = raw.Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim())
            .ToImmutableHashSet();
        return names.All(name => name.Split('.').All(SyntaxFacts.IsValidIdentifier));
    }
}
