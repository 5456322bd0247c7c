using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Functions of the program that answer with what a <c>Random</c> has drawn.</summary>
internal sealed class RandomFunctions
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly RandomSources _sources;

    private RandomFunctions(Compilation compilation)
    {
        _compilation = compilation;
        _sources = RandomSources.Of(compilation);
    }

    public static RandomFunctions Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new RandomFunctions(c));

    /// <summary>Whether a method whose body is at hand answers with a text, bytes or a number made of draws.</summary>
    public bool Contain(IMethodSymbol method) =>
        method is { IsAbstract: false, IsVirtual: false, IsOverride: false, DeclaringSyntaxReferences.Length: 1 }
        && CanBeSecret(method.ReturnType)
        && _known.GetOrAdd(method.OriginalDefinition, AnswersWithDraws);

    private static bool CanBeSecret(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 }
            or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char };

    private bool AnswersWithDraws(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences[0].GetSyntax().DescendantTokens().Any(RandomSources.MayBeDraw)
        && ReturnValues.BodyOf(method, _compilation) is { } body
        && Bodies.Own(body).ToList() is var operations
        && DrawnIn(body) is { Count: > 0 } draws
        && LocalsOf(draws, operations) is var locals
        && operations.OfType<IReturnOperation>().Any(answer => HoldsDraw(answer, draws, locals));

    private List<IInvocationOperation> DrawnIn(IOperation body) =>
        body.Descendants().OfType<IInvocationOperation>().Where(_sources.IsDraw).ToList();

    /// <summary>The locals that the draws are put into, in the order of the text.</summary>
    private static HashSet<ISymbol> LocalsOf(List<IInvocationOperation> draws, List<IOperation> operations)
    {
        var locals = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in operations)
            if (TakenBy(operation) is ({ } local, { } value) && HoldsDraw(value, draws, locals)) locals.Add(local);
        return locals;
    }

    private static (ISymbol? Local, IOperation? Value) TakenBy(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation variable => (variable.Symbol, variable.GetVariableInitializer()),
        IAssignmentOperation assignment => (LocalIn(assignment.Target), assignment.Value),
        IInvocationOperation { TargetMethod.Name: "Append" or "Add" or "Insert", Instance: { } taker } call =>
            (LocalIn(taker), call),
        IInvocationOperation { TargetMethod.Name: "NextBytes", Arguments: { Length: 1 } filled } call =>
            (LocalIn(filled[0].Value), call),
        _ => (null, null),
    };

    /// <summary>The local that is written to, as a whole or at one place.</summary>
    private static ISymbol? LocalIn(IOperation target) => target switch
    {
        IArrayElementReferenceOperation element => Values.SymbolOf(element.ArrayReference) as ILocalSymbol,
        _ => Values.SymbolOf(target) as ILocalSymbol,
    };

    private static bool HoldsDraw(IOperation value, List<IInvocationOperation> draws, HashSet<ISymbol> locals) =>
        draws.Exists(draw => draw.IsInside(value))
        || (locals.Count > 0 && value.Descendants().OfType<ILocalReferenceOperation>()
            .Any(mention => locals.Contains(mention.Local)));
}
