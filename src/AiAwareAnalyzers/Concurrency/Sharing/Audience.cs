using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>Who calls a method while requests are served.</summary>
internal sealed class Audience(Compilation compilation)
{
    /// <summary>After so many calls in code that sets up, another one is not looked for.</summary>
    private const int MostSites = 32;

    /// <summary>How many private methods stand between a call and the method that sets the server up.</summary>
    private const int Patience = 4;

    /// <summary>Calls that a server is made by, before it listens.</summary>
    private static readonly ImmutableHashSet<string> ServerCalls = WordSet.Of(
        "ConfigureKestrel UseKestrel ConfigureWebHost ConfigureWebHostDefaults");

    private readonly AspNetCore _framework = AspNetCore.Of(compilation);

    /// <summary>
    /// Whether the framework calls a method, or code that does more than set the program up; overloads are called
    /// alike, and a library may have callers that nobody sees.
    /// </summary>
    public bool IsThereFor(IMethodSymbol method)
    {
        if (IsCalledByFramework(method)) return true;
        var called = (ISymbol?)method.AssociatedSymbol ?? method;
        var names = called.ContainingType.GetMembers(called.Name)
            .SelectMany(static overload => Passed.ContractsOf(overload)
                .Select(static contract => contract.OriginalDefinition)
                .Prepend(overload))
            .ToList();
        var isCalled = false;
        foreach (var site in Mentions.Of(names, compilation, site => !IsInside(site, called.ContainingType))
            .Take(MostSites))
        {
            if (!StartUp.Holds(site) && !IsBeforeServing(site)) return true;
            isCalled = true;
        }

        return !isCalled && compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
    }

    /// <summary>
    /// Whether code stands in a method that sets the server itself up, or in a private one that only such methods call.
    /// </summary>
    private bool IsBeforeServing(SyntaxNode site) => IsBeforeServing(site, Trail.OfSteps(Patience));

    private bool IsBeforeServing(SyntaxNode site, Trail trail)
    {
        if (site.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) return false;
        if (method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call =>
            ServerCalls.Contains(Calls.NameOf(call))))
            return true;
        if (!trail.TryPass(method, out var further)
            || Semantics.Of(compilation).ModelOf(site.SyntaxTree)?.GetDeclaredSymbol(method) is not
                { DeclaredAccessibility: Accessibility.Private } symbol)
            return false;
        var callers = Mentions.Of([symbol], compilation).Take(MostSites).ToList();
        return callers.Count > 0 && callers.TrueForAll(caller => IsBeforeServing(caller, further));
    }

    private bool IsCalledByFramework(IMethodSymbol method) =>
        method.ContainingType is { } type
        && (_framework.IsController(type)
            || _framework.IsPage(type)
            || _framework.IsHub(type)
            || IsMiddleware(method)
            || Passed.ContractsOf(method).Any(contract => !Solutions.AreOne(contract, method)));

    private bool IsMiddleware(IMethodSymbol method) =>
        method is { Name: "Invoke" or "InvokeAsync", Parameters: { Length: > 0 } parameters }
        && _framework.IsContext(parameters[0].Type);

    private static bool IsInside(SyntaxNode mention, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(declaration =>
            declaration.SyntaxTree == mention.SyntaxTree && declaration.Span.Contains(mention.Span));
}
