using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Streaming;

/// <summary>The calls that read an HTTP response whole, and where a response is known to be an error.</summary>
internal sealed class Responses
{
    /// <summary>The types whose methods read.</summary>
    internal static readonly ImmutableArray<string> Readers = ImmutableArray.Create(
        "System.Net.Http.HttpClient", "System.Net.Http.HttpContent");

    private readonly ImmutableHashSet<INamedTypeSymbol> _readers;
    private readonly INamedTypeSymbol? _options;
    private readonly INamedTypeSymbol? _file;

    private Responses(Compilation compilation)
    {
        _readers = Readers.SelectMany(name => compilation.GetTypesByMetadataName(name))
            .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        _options = compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializerOptions");
        _file = compilation.GetTypeByMetadataName("System.IO.File");
        HasJson = compilation.GetTypeByMetadataName("System.Net.Http.Json.HttpContentJsonExtensions") is not null;
    }

    public static Responses Of(Compilation compilation) => Facts.Of(compilation, static c => new Responses(c));

    /// <summary>Whether there is HTTP at all.</summary>
    public bool Exist => !_readers.IsEmpty;

    /// <summary>Whether <c>ReadFromJsonAsync</c> is there.</summary>
    public bool HasJson { get; }

    /// <summary>Whether the options that <c>JsonSerializer</c> uses by itself can be named: .NET 7 and later.</summary>
    public bool HasDefaultOptions => _options?.GetMembers("Default").IsEmpty == false;

    public bool ReadsText(IMethodSymbol method) =>
        method.Name is "ReadAsStringAsync" or "GetStringAsync" && IsReader(method);

    public bool ReadsBytes(IMethodSymbol method) =>
        method.Name is "ReadAsByteArrayAsync" or "GetByteArrayAsync" && IsReader(method);

    public bool WritesFile(IMethodSymbol method) =>
        method.Name is "WriteAllBytes" or "WriteAllBytesAsync" && Is(method, _file);

    /// <summary>
    /// Whether a place is reached only with a failed response, whose body is small: behind a look at the status, or in
    /// a catch.
    /// </summary>
    public static bool IsAboutFailure(IOperation place)
    {
        var child = place;
        foreach (var parent in place.Ancestors())
        {
            if (parent is ICatchClauseOperation
                || parent is IConditionalOperation conditional && IsFailing(conditional, child))
                return true;
            if (parent is ISwitchOperation { Value: var value } && MentionsStatus(value, "StatusCode")) return true;
            if (parent is IBlockOperation block
                && block.Operations.TakeWhile(statement => statement != child).Any(LeavesOnSuccess))
                return true;
            child = parent;
        }

        return false;
    }

    /// <summary><c>if (response.IsSuccessStatusCode) return …;</c>: what follows is about a failure.</summary>
    private static bool LeavesOnSuccess(IOperation statement) =>
        statement is IConditionalOperation { WhenTrue: var success } guard && !Bodies.CanComplete(success)
        && (MentionsStatus(guard.Condition, "IsSuccessStatusCode") && !IsNegated(guard.Condition)
            || IsStatus(guard.Condition, BinaryOperatorKind.Equals));

    private static bool IsStatus(IOperation condition, BinaryOperatorKind comparison) =>
        condition is IBinaryOperation binary
        && binary.OperatorKind == comparison
        && MentionsStatus(binary, "StatusCode")
        && binary.DescendantsAndSelf()
            .Any(part => part is IFieldReferenceOperation { Field.Name: "OK" or "Created" or "Accepted" });

    private static bool IsFailing(IConditionalOperation conditional, IOperation branch)
    {
        if (branch == conditional.Condition) return false;
        if (MentionsStatus(conditional.Condition, "StatusCode")) return true;
        if (!MentionsStatus(conditional.Condition, "IsSuccessStatusCode")) return false;
        return IsNegated(conditional.Condition) == (branch == conditional.WhenTrue);
    }

    private static bool IsNegated(IOperation condition) =>
        condition.DescendantsAndSelf().Any(operation =>
            operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not
            && MentionsStatus(not.Operand, "IsSuccessStatusCode"));

    private static bool MentionsStatus(IOperation operation, string property) =>
        operation.DescendantsAndSelf()
            .Any(part => part is IPropertyReferenceOperation reference && reference.Property.Name == property);

    private bool IsReader(IMethodSymbol method) => _readers.Contains(method.ContainingType);

    private static bool Is(IMethodSymbol method, INamedTypeSymbol? type) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
