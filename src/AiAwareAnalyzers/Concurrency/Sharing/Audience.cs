using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>Who calls a method while requests are served.</summary>
internal sealed class Audience(Compilation compilation)
{
    /// <summary>After so many calls in code that sets up, another one is not looked for.</summary>
    private const int MostSites = 32;

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
            if (!StartUp.Holds(site)) return true;
            isCalled = true;
        }

        return !isCalled && compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
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
