using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Doubles;
using AiAwareAnalyzers.Testing.Tests;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>What arrives at parameters in all of a compilation, where every value can be followed.</summary>
internal sealed class Arrivals
{
    /// <summary>The ways through helpers may be many more than the calls in them.</summary>
    private const int MostCalls = 4096;

    private readonly Compilation _compilation;
    private readonly TestMethods _tests;
    private readonly bool _areToldDoubles;
    private readonly Once<IMethodSymbol, ImmutableArray<IInvocationOperation>?> _calls;
    private readonly Once<IParameterSymbol, IReadOnlyList<Fed>?> _values;
    private readonly Once<IFieldSymbol, IOperation?> _initialValues;

    private Arrivals(Compilation compilation)
    {
        _compilation = compilation;
        _tests = TestMethods.Of(compilation);
        _areToldDoubles = DoubleLibraries.AreUsed(compilation);
        _calls = new(FindCalls);
        _values = new(FindValues);
        _initialValues = new(FindInitialValue);
    }

    public static Arrivals Of(Compilation compilation) => Facts.Of(compilation, static c => new Arrivals(c));

    /// <summary>A value for each call and each case; null where one of them is not known.</summary>
    public IReadOnlyList<Fed>? At(IMethodSymbol method, int parameter) => _values.Of(method.Parameters[parameter]);

    /// <summary>The tests that a method is called in, or in whose helpers it is, in the order of the text.</summary>
    public IEnumerable<IMethodSymbol> TestsOf(IMethodSymbol method) => Reaching(method).InOrderOfText();

    /// <summary>Each helper is asked once, however many ways lead through it.</summary>
    private IEnumerable<IMethodSymbol> Reaching(IMethodSymbol method)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        var open = new Queue<IMethodSymbol>();
        open.Enqueue(method);
        while (open.Count > 0)
            foreach (var call in CallsOf(open.Dequeue()) ?? ImmutableArray<IInvocationOperation>.Empty)
                if (MethodAround(call) is { } caller && seen.Add(caller))
                    if (_tests.Contain(caller)) yield return caller;
                    else open.Enqueue(caller);
    }

    private IReadOnlyList<Fed>? FindValues(IParameterSymbol parameter)
    {
        var found = new Found();
        return ArriveAt((IMethodSymbol)parameter.ContainingSymbol, parameter.Ordinal, Trail.Start, found)
            ? found.Values
            : null;
    }

    private bool ArriveAt(IMethodSymbol method, int parameter, Trail trail, Found found)
    {
        if (!trail.TryPass(method, out var further) || CallsOf(method) is not { } calls) return false;
        foreach (var call in calls)
            if (++found.Calls > MostCalls
                || call.Arguments.FirstOrDefault(passed => passed.Parameter?.Ordinal == parameter) is not { } argument
                || !Follow(argument.Value, further, found))
                return false;
        return true;
    }

    private bool Follow(IOperation value, Trail trail, Found found) => value.Bare() switch
    {
        _ when trail.IsOver || CallStack.IsNearlyFull => false,
        IConditionalOperation { WhenFalse: { } other } choice =>
            Follow(choice.WhenTrue, trail.Deeper(), found) && Follow(other, trail.Deeper(), found),
        ILocalReferenceOperation local => FollowLocal(local, trail, found),
        IParameterReferenceOperation { Parameter: var parameter } => FollowParameter(parameter, value, trail, found),
        IFieldReferenceOperation { ConstantValue.HasValue: false, Field: { IsReadOnly: true } field }
            when _initialValues.Of(field) is { } initial && trail.TryPass(field, out var further) =>
            Follow(initial, further, found),
        _ => Take(value, found),
    };

    private static bool Take(IOperation value, Found found)
    {
        if (Spelled.Of(value) is not { } fed) return false;
        found.Values.Add(fed);
        return true;
    }

    private bool FollowLocal(ILocalReferenceOperation local, Trail trail, Found found)
    {
        var locals = Locals.Around(local, _compilation);
        if (!trail.TryPass(local.Local, out var further)) return false;
        if (locals.OnlyValueOf(local.Local) is { } value)
            return IsAsMade(local, locals) && Follow(value, further, found);
        return LoopOver(local) is { } loop && FollowElements(loop.Collection, locals, further, found);
    }

    /// <summary>A list that is filled later, or handed to others, may have more in it by now.</summary>
    private static bool IsAsMade(ILocalReferenceOperation local, Locals locals) =>
        local.Type is IArrayTypeSymbol or { IsValueType: true } or { SpecialType: SpecialType.System_String }
        || locals.MentionsOf(local.Local).Count(static mention => Locals.Of(mention) == Mention.Escapes) <= 1
        && locals.MentionsOf(local.Local).All(static mention => Locals.Of(mention) != Mention.Changed);

    private static IForEachLoopOperation? LoopOver(ILocalReferenceOperation local) => local.Ancestors()
        .OfType<IForEachLoopOperation>()
        .FirstOrDefault(loop => loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default));

    private bool FollowElements(IOperation collection, Locals locals, Trail trail, Found found)
    {
        var list = locals.Follow(collection);
        if (list is IFieldReferenceOperation { Field: { IsReadOnly: true } field })
            list = _initialValues.Of(field) ?? list;
        return Spelled.ElementsOf(list) is { } elements
            && elements.All(element => Follow(element, trail.Deeper(), found));
    }

    private bool FollowParameter(IParameterSymbol parameter, IOperation value, Trail trail, Found found)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } owner
            || parameter.RefKind != RefKind.None
            || Locals.Around(value, _compilation).MentionsOf(parameter)
                .Any(static mention => Locals.Of(mention) == Mention.Reassigned))
            return false;
        if (!_tests.Contain(owner)) return ArriveAt(owner, parameter.Ordinal, trail, found);
        if (RowValues.Of(owner, parameter) is not { } rows) return false;

        found.Values.AddRange(rows);
        return true;
    }

    /// <summary>What a field is declared with; null where a constructor gives it something else.</summary>
    private IOperation? FindInitialValue(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && !field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => Calls.NameOf(assignment.Left) == field.Name)
            ? Semantics.Of(_compilation).ModelOf(value.SyntaxTree)?.GetOperation(value)
            : null;

    /// <summary>
    /// The calls of a method and of what it stands in for; null where it is handed over, or calls itself.
    /// </summary>
    private ImmutableArray<IInvocationOperation>? CallsOf(IMethodSymbol method) => _calls.Of(method.OriginalDefinition);

    private ImmutableArray<IInvocationOperation>? FindCalls(IMethodSymbol method)
    {
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var contracts = Passed.ContractsOf(method).Select(static contract => contract.OriginalDefinition);
        foreach (var mention in Mentions.Of([method, .. contracts], _compilation))
            if (CallBy(mention) is not { } call)
            {
                if (!IsNameOnly(mention)) return null;
            }
            else if (IsOf(method, call)) return null;
            else if (!(_areToldDoubles && Libraries.TellsDouble(call))) calls.Add(call);

        return calls.ToImmutable();
    }

    private static bool IsOf(IMethodSymbol method, IOperation call) =>
        SymbolEqualityComparer.Default.Equals(MethodAround(call), method);

    private static bool IsNameOnly(SyntaxNode mention) => mention.Ancestors()
        .OfType<InvocationExpressionSyntax>()
        .Any(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });

    private IInvocationOperation? CallBy(SimpleNameSyntax mention)
    {
        SyntaxNode called = mention.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
            ? mention.Parent
            : mention;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called
            ? Semantics.Of(_compilation).ModelOf(call.SyntaxTree)?.GetOperation(call) as IInvocationOperation
            : null;
    }

    private static IMethodSymbol? MethodAround(IOperation operation) =>
        Surrounding.MethodOf(operation.Syntax, operation.SemanticModel);

    /// <summary>What has arrived so far, and after how many calls.</summary>
    private sealed class Found
    {
        public List<Fed> Values { get; } = new();

        public int Calls { get; set; }
    }
}
