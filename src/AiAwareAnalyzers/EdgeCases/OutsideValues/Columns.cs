using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>How long a text the columns of a database take.</summary>
internal sealed class Columns
{
    /// <summary>Databases that keep what is longer.</summary>
    private static readonly ImmutableArray<string> Lenient = ImmutableArray.Create("Sqlite", "Cosmos", "MongoDB");

    private static readonly ImmutableArray<string> Strict = ImmutableArray.Create(
        "SqlServer", "PostgreSQL", "MySql", "Oracle");

    private readonly StoredTypes _stored;
    private readonly Lazy<ImmutableDictionary<ISymbol, int>> _configured;

    private Columns(Compilation compilation)
    {
        _stored = StoredTypes.Of(compilation);
        _configured = new(() => ConfiguredIn(compilation));
    }

    public static Columns Of(Compilation compilation) => Facts.Of(compilation, static c => new Columns(c));

    /// <summary>Whether the database, as far as it is known, refuses what is too long.</summary>
    public static bool AreEnforced(Compilation compilation)
    {
        var providers = compilation.ReferencedAssemblyNames
            .Select(assembly => assembly.Name)
            .Where(name => name.IndexOf("EntityFrameworkCore", StringComparison.Ordinal) >= 0)
            .ToList();
        return providers.Exists(name => IsOneOf(name, Strict)) || !providers.Exists(name => IsOneOf(name, Lenient));
    }

    private static bool IsOneOf(string provider, ImmutableArray<string> databases) =>
        databases.Any(database => provider.IndexOf(database, StringComparison.Ordinal) >= 0);

    /// <summary>Whether a property may be a column of text.</summary>
    public bool MayHold(IPropertySymbol property) =>
        property.Type.SpecialType == SpecialType.System_String && _stored.Contain(property.ContainingType);

    /// <summary>The length that the column of a property takes; null where none is said.</summary>
    public int? WidthOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
            if (attribute is { AttributeClass.Name: "MaxLengthAttribute" or "StringLengthAttribute",
                ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is int width)
                return width;
        return _configured.Value.TryGetValue(property.OriginalDefinition, out var configured) ? configured : null;
    }

    /// <summary>What the model's configuration says: <c>Property(x => x.Name).HasMaxLength(50)</c>.</summary>
    private static ImmutableDictionary<ISymbol, int> ConfiguredIn(Compilation compilation)
    {
        var widths = ImmutableDictionary.CreateBuilder<ISymbol, int>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => Calls.AreMentioned(tree, ".HasMaxLength(")))
            if (Semantics.Of(compilation).ModelOf(tree) is { } model)
                foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
                    if (Configured(call, model) is var (property, width))
                        widths[property] = width;
        return widths.ToImmutable();
    }

    private static (ISymbol Property, int Width)? Configured(InvocationExpressionSyntax call, SemanticModel model) =>
        Calls.NameOf(call) == "HasMaxLength"
        && call.ArgumentList.Arguments is [{ Expression: var length }]
        && model.GetConstantValue(length).Value is int width
        && MemberOf(call) is { } member
        && model.GetSymbolInfo(member).Symbol?.OriginalDefinition is IPropertySymbol property
            ? (property, width)
            : null;

    /// <summary>The member that a chain of configuration begins with.</summary>
    private static ExpressionSyntax? MemberOf(InvocationExpressionSyntax call)
    {
        ExpressionSyntax link = call;
        while (link is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } step)
        {
            if (access.Name.Identifier.ValueText == "Property")
                return step.ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax { Body: var body } }]
                    ? body as MemberAccessExpressionSyntax
                    : null;
            link = access.Expression;
        }

        return null;
    }
}
