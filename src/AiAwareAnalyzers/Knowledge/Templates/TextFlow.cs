using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>
/// One walk over a body: what is written to its locals, and which values are checked before they are used.
/// </summary>
internal sealed class TextFlow
{
    /// <summary>A longer name is no name, but a whole expression.</summary>
    private const int LongestName = 200;

    private readonly Dictionary<ISymbol, List<TextWrite>> _writings = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, ValueChecks> _checks = new();
    private readonly Dictionary<string, int> _partsAsked = new(StringComparer.Ordinal);
    private readonly List<ContentCheck> _searches = [];

    public TextFlow(IOperation root)
    {
        Root = root;
        foreach (var operation in root.DescendantsAndSelf()) Note(operation);
        foreach (var writings in _writings.Values) writings.Sort(static (one, other) => one.End.CompareTo(other.End));
        foreach (var checks in _checks.Values) checks.Close();
    }

    public IOperation Root { get; }

    /// <summary>What was written to a local or parameter, in order.</summary>
    public IReadOnlyList<TextWrite> WritingsTo(ISymbol symbol) =>
        _writings.TryGetValue(symbol, out var writings) ? writings : [];

    /// <summary>Whether the content of a value is checked before a place where it is used.</summary>
    public bool Checks(string key, SyntaxNode place) =>
        _checks.TryGetValue(key, out var checks) && checks.Guard(place.Span);

    /// <summary>What is asked about a value before a place.</summary>
    public IEnumerable<CheckKind> KindsBefore(string key, SyntaxNode place) =>
        _checks.TryGetValue(key, out var checks) ? checks.KindsBefore(place) : [];

    /// <summary>
    /// Whether a part of a value, but for the scheme of an address, is asked about before a place: <c>uri.Host</c>.
    /// </summary>
    public bool IsPartAsked(string key, SyntaxNode place) =>
        _partsAsked.TryGetValue(key, out var start) && start < place.SpanStart;

    /// <summary>Every place that asks what a text starts with or contains.</summary>
    public IReadOnlyList<ContentCheck> Searches => _searches;

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator
                when declarator.GetVariableInitializer() is { } initializer:
                Write(local, TextWriteKind.Assign, initializer.Value, declarator);
                break;
            case ISimpleAssignmentOperation assignment when Variable(assignment.Target) is { } target:
                Write(
                    target,
                    ExtendsItself(assignment.Value, target) ? TextWriteKind.Extend : TextWriteKind.Assign,
                    assignment.Value,
                    assignment);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } assignment
                when Variable(assignment.Target) is { } target:
                Write(target, TextWriteKind.Append, assignment.Value, assignment);
                break;
            case ICoalesceAssignmentOperation assignment when Variable(assignment.Target) is { } target:
                Write(target, TextWriteKind.AssignIfNull, assignment.Value, assignment);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local } } loop:
                Write(local, TextWriteKind.Element, loop.Collection, loop.LoopControlVariable);
                break;
            case IIsPatternOperation { Pattern: var pattern } test:
                NotePattern(pattern, test);
                break;
            case IInvocationOperation invocation:
                NoteInvocation(invocation);
                break;
            case IBinaryOperation
                { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan } comparison:
                NoteComparison(comparison.LeftOperand, comparison.RightOperand, comparison);
                NoteComparison(comparison.RightOperand, comparison.LeftOperand, comparison);
                break;
            case ISwitchOperation choice:
                Check(choice.Value, choice, CheckKind.Choice);
                break;
        }
    }

    private void NotePattern(IPatternOperation pattern, IIsPatternOperation test)
    {
        foreach (var part in pattern.DescendantsAndSelf())
            if (part is IDeclarationPatternOperation { DeclaredSymbol: { } local })
                Write(local, TextWriteKind.Receive, test.Value, test);
        if (pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }
            or INegatedPatternOperation
                { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } })
            Check(test.Value, test, CheckKind.Presence);
        if (pattern.DescendantsAndSelf().Any(part =>
            part is IConstantPatternOperation
                { Value.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } }))
            Check(test.Value, test, pattern is INegatedPatternOperation ? CheckKind.Unequal : CheckKind.Equal);
    }

    private void NoteComparison(IOperation value, IOperation other, IBinaryOperation comparison)
    {
        if (other.ConstantValue is { HasValue: true, Value: string { Length: > 0 } })
            Check(
                value,
                comparison,
                comparison.OperatorKind == BinaryOperatorKind.Equals ? CheckKind.Equal : CheckKind.Unequal);
        else if (other.ConstantValue is { HasValue: true, Value: null or "" })
            Check(value, comparison, CheckKind.Presence);
        else if (value.BareText() is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } text }
            && TextOperations.IsText(text.Type))
            Check(
                text,
                comparison,
                other.ConstantValue is { HasValue: true, Value: 0 } ? CheckKind.Presence : CheckKind.Size);
    }

    private void NoteInvocation(IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && Variable(argument.Value) is { } target)
                Write(target, TextWriteKind.Receive, invocation, invocation);
            if (ContentCheck.KindOf(invocation, argument) is { } kind) Check(argument.Value, invocation, kind);
        }

        if (ContentCheck.KindOfReceiver(invocation) is { } receiverKind)
            Check(invocation.Instance!, invocation, receiverKind);
        if (WritingOf(invocation) is { } writing
            && Receiver(invocation) is { } builder
            && Variable(builder) is { } variable)
            Write(variable, writing, invocation, invocation);
    }

    /// <summary>What a call on a builder or a list of texts does to it; the value is the call itself.</summary>
    private static TextWriteKind? WritingOf(IInvocationOperation invocation) => invocation.TargetMethod switch
    {
        { Name: "Append" or "AppendLine" or "AppendFormat" or "AppendJoin", ContainingType.Name: "StringBuilder" } =>
            TextWriteKind.Append,
        { Name: "Insert", ContainingType.Name: "StringBuilder" } => TextWriteKind.Prepend,
        { Name: "Clear", ContainingType.Name: "StringBuilder" } => TextWriteKind.Clear,
        { Name: "Add" or "AddRange" or "Insert" or "Push" or "Enqueue",
          ContainingType: { TypeArguments: { Length: 1 } arguments } }
            when arguments[0].SpecialType == SpecialType.System_String => TextWriteKind.Add,
        _ => null,
    };

    /// <summary>The builder at the root of a chain of calls.</summary>
    private static IOperation? Receiver(IInvocationOperation invocation)
    {
        IOperation? receiver = invocation;
        while (receiver
            is IInvocationOperation { TargetMethod: { ContainingType: var type, ReturnType: var result } } call
               && (call == invocation || SymbolEqualityComparer.Default.Equals(type, result)))
            receiver = call.Instance;
        return receiver;
    }

    /// <summary>Whether the leftmost piece of a value is the variable itself.</summary>
    private static bool ExtendsItself(IOperation value, ISymbol variable)
    {
        value = value.BareText();
        if (value is IInterpolatedStringOperation { Parts: { Length: > 0 } parts }
            && parts[0] is IInterpolationOperation { Expression: var first })
            return SymbolEqualityComparer.Default.Equals(Variable(first.BareText()), variable);

        var leftmost = value;
        while (leftmost is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left })
            leftmost = left.BareText();
        return leftmost != value && SymbolEqualityComparer.Default.Equals(Variable(leftmost), variable);
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: var declared } => Variable(declared),
        _ => null,
    };

    private void Write(ISymbol variable, TextWriteKind kind, IOperation value, IOperation step)
    {
        if (!_writings.TryGetValue(variable, out var writings)) _writings.Add(variable, writings = []);
        writings.Add(new(kind, value, step));
    }

    private void Check(IOperation value, IOperation check, CheckKind kind)
    {
        var key = TextOperations.Key(value);
        if (!_checks.TryGetValue(key, out var checks)) _checks.Add(key, checks = new());
        var asked = new ContentCheck(key, check, kind);
        checks.Add(asked);
        if (kind is CheckKind.Prefix or CheckKind.Search) _searches.Add(asked);
        if (key.Length <= LongestName && !key.EndsWith(".Scheme", StringComparison.Ordinal))
            NoteParts(key, check.Syntax.SpanStart);
    }

    private void NoteParts(string key, int start)
    {
        for (var dot = key.IndexOf('.'); dot > 0; dot = key.IndexOf('.', dot + 1))
            if (key[..dot] is var whole
                && (!_partsAsked.TryGetValue(whole, out var earliest) || start < earliest))
                _partsAsked[whole] = start;
    }
}
