using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Loggers that a function could write to, or that its type has only to ask for.</summary>
internal sealed class LoggersAtHand
{
    private const string Component = "Microsoft.AspNetCore.Components.ComponentBase";
    private const string Page = "Microsoft.AspNetCore.Mvc.RazorPages.PageModel";

    private readonly bool _hasStatic;
    private readonly ImmutableArray<INamedTypeSymbol> _served;

    private LoggersAtHand(Compilation compilation)
    {
        _hasStatic = compilation.GetTypeByMetadataName("Serilog.Log") is not null;
        _served = IsServer(compilation)
            ? ImmutableArray.Create(Component, Page)
                .SelectMany(name => compilation.GetTypesByMetadataName(name))
                .ToImmutableArray()
            : ImmutableArray<INamedTypeSymbol>.Empty;
    }

    public static LoggersAtHand Of(Compilation compilation) => Facts.Of(compilation, static c => new LoggersAtHand(c));

    /// <summary>The name of a parameter, field, property or static class; null where there is none.</summary>
    public string? In(IMethodSymbol function) =>
        function.Parameters.FirstOrDefault(static parameter => IsLogger(parameter.Type))?.Name
        ?? Members(function.ContainingType).FirstOrDefault(member =>
            member.IsStatic || !function.IsStatic || function.MethodKind != MethodKind.Ordinary)?.Name
        ?? (_hasStatic ? "Log" : null);

    /// <summary>
    /// What a component or a page of a server is given as soon as it asks; null for other types, which may be made by
    /// hand.
    /// </summary>
    public string? InjectedInto(INamedTypeSymbol? type) =>
        type is not null && type.InheritsAny(_served) ? $"ILogger<{type.Name}>" : null;

    /// <summary>In a browser a log is read by nobody who runs the program.</summary>
    private static bool IsServer(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.ILogger`1") is not null
        && compilation.ReferencedAssemblyNames.All(static assembly =>
            assembly.Name != "Microsoft.AspNetCore.Components.WebAssembly");

    /// <summary>Fields, properties and the parameters of a primary constructor.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type) =>
        type.SelfAndBases()
            .SelectMany(static each => each.GetMembers())
            .Where(member => member switch
            {
                IFieldSymbol { IsImplicitlyDeclared: false } field => IsLogger(field.Type) && IsVisible(field, type!),
                IPropertySymbol property => IsLogger(property.Type) && IsVisible(property, type!),
                _ => false,
            })
            .Concat(PrimaryParameters(type));

    private static IEnumerable<ISymbol> PrimaryParameters(INamedTypeSymbol? type) =>
        type?.InstanceConstructors
            .Where(static constructor =>
                constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax)
            .SelectMany(static constructor => constructor.Parameters)
            .Where(static parameter => IsLogger(parameter.Type))
        ?? [];

    private static bool IsVisible(ISymbol member, INamedTypeSymbol type) =>
        member.DeclaredAccessibility != Accessibility.Private
        || SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    private static bool IsLogger(ITypeSymbol type) => type.Name is "ILogger" or "ILog" or "Logger";
}
