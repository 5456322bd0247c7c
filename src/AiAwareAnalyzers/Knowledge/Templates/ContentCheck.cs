using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>A place where a body looks at the content of a text, and may turn away what it does not like.</summary>
internal sealed class ContentCheck(string key, IOperation operation, CheckKind kind)
{
    private static readonly ImmutableHashSet<string> Lookups = WordSet.Of(
        "Contains ContainsKey ContainsValue TryGetValue TryGetProperty TryParse IsMatch Match IndexOf IndexOfAny",
        "BinarySearch Exists IsDefined Any All IsLocalUrl TryCreate IsWellFormedUriString Find FirstOrDefault",
        "SingleOrDefault GetProperty HasFlag IsSubsetOf");

    private static readonly string[] Verbs =
        [
            "Is", "Validate", "Ensure", "Check", "Guard", "Assert", "Verify", "Require", "Reject", "ThrowIf", "Against",
            "Allow", "Permit", "Match"
        ];

    private static readonly string[] AboutPresence =
        [
            "IsNullOrEmpty", "IsNullOrWhiteSpace", "ThrowIfNull", "ThrowIfNullOrEmpty", "ThrowIfNullOrWhiteSpace",
            "IsEmpty", "NotNull", "NotEmpty"
        ];

    /// <summary>The value that is checked, as <see cref="TextOperations.Key"/> writes it.</summary>
    public string Key => key;

    public IOperation Operation => operation;

    public CheckKind Kind => kind;

    /// <summary>
    /// What a call asks about one of its arguments; null where it asks nothing, or only whether there is something.
    /// </summary>
    public static CheckKind? KindOf(IInvocationOperation invocation, IArgumentOperation argument)
    {
        if (argument.Value.ConstantValue.HasValue
            || argument.Value is IAnonymousFunctionOperation or IDelegateCreationOperation)
            return null;
        var method = invocation.TargetMethod;
        if (method.ContainingNamespace.ToString() == "System.IO") return null;
        if (AboutPresence.Contains(method.Name)) return CheckKind.Presence;
        if (method.ContainingType.SpecialType == SpecialType.System_String)
            return method.Name is "Equals" ? CheckKind.Equal : null;
        if (Lookups.Contains(method.Name)) return CheckKind.Lookup;
        if (method.Name is "Equals") return CheckKind.Equal;
        return AsksAboutContent(method) ? CheckKind.Lookup : null;
    }

    /// <summary>
    /// What a call asks about the text it is called on: <c>path.StartsWith(root)</c>, <c>name.Contains("..")</c>,
    /// <c>sort.Equals("name")</c>.
    /// </summary>
    public static CheckKind? KindOfReceiver(IInvocationOperation invocation) => invocation switch
    {
        { Instance: not null, TargetMethod.Name: "StartsWith" } => CheckKind.Prefix,
        { Instance.Type.SpecialType: SpecialType.System_String,
          TargetMethod.Name: "Contains" or "IndexOf" or "IndexOfAny" } =>
            CheckKind.Search,
        { Instance.Type.SpecialType: SpecialType.System_String, TargetMethod.Name: "Equals" } => CheckKind.Equal,
        _ => null,
    };

    /// <summary>
    /// The code that is reached only with what the check let pass; null where it lets everything pass.
    /// </summary>
    public TextSpan? Guarded
    {
        get
        {
            if (kind is CheckKind.Prefix or CheckKind.Search or CheckKind.Size or CheckKind.Presence) return null;

            for (var node = operation.Syntax; node?.Parent is { } parent; node = parent)
            {
                if (parent is IfStatementSyntax branch && branch.Condition == node) return GuardedBy(branch);
                if (parent is ConditionalExpressionSyntax conditional && conditional.Condition == node)
                    return GuardedBy(conditional);
                if (parent is StatementSyntax or ArrowExpressionClauseSyntax or SwitchStatementSyntax) break;
            }

            return kind switch
            {
                CheckKind.Lookup => FromHere,
                CheckKind.Choice => operation.Syntax.Span,
                _ => null,
            };
        }
    }

    private TextSpan FromHere => TextSpan.FromBounds(operation.Syntax.SpanStart, int.MaxValue);

    private TextSpan GuardedBy(IfStatementSyntax branch)
    {
        if (kind == CheckKind.Equal && !IsNegated(branch.Condition)) return branch.Statement.Span;
        return Leaves(branch.Statement)
            || Rewrites(branch.Statement)
            || branch.Else is { Statement: var otherwise } && Leaves(otherwise)
            ? FromHere
            : TextSpan.FromBounds(operation.Syntax.SpanStart, branch.Span.End);
    }

    private TextSpan? GuardedBy(ConditionalExpressionSyntax conditional) => kind switch
    {
        CheckKind.Lookup => TextSpan.FromBounds(operation.Syntax.SpanStart, conditional.Span.End),
        CheckKind.Equal when !IsNegated(conditional.Condition) => conditional.WhenTrue.Span,
        CheckKind.Equal or CheckKind.Unequal => conditional.WhenFalse.Span,
        _ => null,
    };

    private bool IsNegated(ExpressionSyntax condition)
    {
        for (SyntaxNode? node = operation.Syntax; node is not null && node != condition.Parent; node = node.Parent)
            if (node.IsKind(SyntaxKind.LogicalNotExpression))
                return true;
        return false;
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        _ when CallStack.IsNearlyFull => false,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements.Last()),
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        _ => false,
    };

    private bool Rewrites(StatementSyntax statement) => statement.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Left.ToString() == key);

    private static bool AsksAboutContent(IMethodSymbol method) =>
        (method.ReturnsVoid
            || method.ReturnType.SpecialType == SpecialType.System_Boolean
            || Tasks.IsTask(method.ReturnType))
        && Verbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)
            && (method.Name.Length == verb.Length || char.IsUpper(method.Name[verb.Length])));
}

internal enum CheckKind
{
    /// <summary>Looked up among known values, matched with a pattern, or handed to a method that judges it.</summary>
    Lookup,

    /// <summary>Compared with a constant.</summary>
    Equal,

    /// <summary>Compared with a constant, and true where it differs.</summary>
    Unequal,

    /// <summary>Switched over.</summary>
    Choice,

    /// <summary><c>value.StartsWith(…)</c>, which confines a path.</summary>
    Prefix,

    /// <summary><c>value.Contains(…)</c>, which looks for something in it.</summary>
    Search,

    /// <summary>Asked how long it is.</summary>
    Size,

    /// <summary>Asked whether it is there.</summary>
    Presence,
}
