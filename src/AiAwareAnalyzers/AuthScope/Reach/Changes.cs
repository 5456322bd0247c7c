using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>What a function changes that outlives it: rows, sessions, what other projects keep.</summary>
internal static class Changes
{
    private const int MostFunctions = 48;

    /// <summary>
    /// Verbs of services that nobody mistakes for a look; what is created or added may be an object in memory.
    /// </summary>
    private static readonly ImmutableHashSet<string> Destroying = WordSet.Of(
        "approve cancel delete disable enable ban pay publish reject remove reset revoke ship unban update");

    private static readonly ImmutableHashSet<string> Passing = WordSet.Of(
        "cache cookie session dictionary list set header queue stack builder string items memory tempdata viewdata");

    /// <summary>The call that makes a change last; null where none is found.</summary>
    public static IInvocationOperation? LastingIn(IOperation body, Compilation compilation)
    {
        var stores = StoreCalls.Of(compilation);
        return Reached(body, compilation).FirstOrDefault(stores.Saves);
    }

    /// <summary>The call that ends a session.</summary>
    public static IInvocationOperation? SignOutIn(IOperation body, Compilation compilation) =>
        Reached(body, compilation).FirstOrDefault(call => call.TargetMethod.Name is "SignOutAsync");

    /// <summary>A service or repository, whose body stands elsewhere, that is told to change something.</summary>
    public static IInvocationOperation? OrderedIn(IOperation body) =>
        body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(IsOrder);

    /// <summary>An object of this solution or of a library, and not of the framework.</summary>
    public static bool IsService(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Interface or TypeKind.Class
        && type.ContainingNamespace is { } space
        && space.ToDisplayString() is var name
        && name != "System"
        && !name.StartsWith("System.", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static bool IsOrder(IInvocationOperation call) =>
        call is { Instance.Type: { } service }
        && IsService(service)
        && LogCalls.LoudnessOf(call) is null
        && !Words.StemsOf(service.Name).Any(Passing.Contains)
        && Words.StemsOf(call.TargetMethod.Name) is { Length: > 0 } words
        && Destroying.Contains(words[0])
        && !call.TargetMethod.DeclaringSyntaxReferences.Any(IsPlainMember);

    /// <summary>A method of an object of this project: what it changes may never be kept.</summary>
    private static bool IsPlainMember(SyntaxReference declaration) =>
        declaration.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax
            { Parent: not Microsoft.CodeAnalysis.CSharp.Syntax.InterfaceDeclarationSyntax };

    /// <summary>All calls of a function, and of those that it calls in turn, the nearest first.</summary>
    private static IEnumerable<IInvocationOperation> Reached(IOperation body, Compilation compilation)
    {
        var targets = CallTargets.Of(compilation);
        var passed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<IOperation>();
        waiting.Enqueue(body);
        for (var functions = 0; waiting.Count > 0 && functions < MostFunctions; functions++)
            foreach (var call in waiting.Dequeue().Descendants().OfType<IInvocationOperation>())
            {
                yield return call;
                foreach (var target in targets.Of(call).Where(passed.Add))
                    if (ReturnValues.BodyOf(target, compilation) is { } next) waiting.Enqueue(next);
            }
    }
}
