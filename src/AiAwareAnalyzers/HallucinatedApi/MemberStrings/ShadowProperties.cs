using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>
/// Columns of entities that no property stands for: declared by name in the model, or made by convention.
/// </summary>
internal sealed class ShadowProperties
{
    /// <summary>
    /// How calls begin that may declare a property by its name; those that only read one begin otherwise.
    /// </summary>
    private static readonly string[] Declaring =
    [
        "Add", "GetOrAdd", "HasForeignKey", "HasDiscriminator", "HasPeriod", "HasShadow", "Use", "Using", "Is", "Set",
        "Configure", "Shadow", "Map", "Audit", "IndexerProperty", "PrimitiveCollection", "Declare"
    ];

    /// <summary>What Entity Framework and its providers add themselves.</summary>
    private static readonly ImmutableHashSet<string> Conventional = WordSet.Of(
        "Discriminator PeriodStart PeriodEnd xmin Id");

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);
    private readonly Lazy<bool> _areSeen;

    private ShadowProperties(Compilation compilation)
    {
        _compilation = compilation;
        _areSeen = new(() => OwnTypes.Of(compilation).HasContext);
    }

    public static ShadowProperties Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ShadowProperties(c));

    /// <summary>Whether this project puts together the model of an entity, its own or one of another.</summary>
    public bool AreSeen(ITypeSymbol entity) =>
        _areSeen.Value
        && (SymbolEqualityComparer.Default.Equals(entity.ContainingAssembly, _compilation.Assembly)
            || OwnTypes.Of(_compilation).Model(entity));

    /// <summary>Whether an entity may have a shadow property of a name.</summary>
    public bool May(ITypeSymbol entity, string name) =>
        Conventional.Contains(name) || IsConventionalKey(entity, name) || IsDeclared(name);

    /// <summary>Whether the name stands anywhere as a string that is not just read by.</summary>
    public bool IsDeclared(string name) =>
        _declared.GetOrAdd(name, wanted => _compilation.SyntaxTrees.Any(tree => Declares(tree, wanted)));

    /// <summary>
    /// A navigation without a key gets one, named after it; an entity that another leads to gets one named after that
    /// other.
    /// </summary>
    private bool IsConventionalKey(ITypeSymbol entity, string name)
    {
        if (!name.EndsWith("Id", StringComparison.Ordinal) || name.Length < 3) return false;
        var prefix = name[..^2];
        return Nameable.Has(entity, prefix, Nameable.IsNavigation)
            || OwnTypes.Of(_compilation).All.Any(type => type.Name == prefix
                && Nameable.All(type, Nameable.IsNavigation).Any(navigation => LeadsTo(navigation, entity)))
            || _compilation.SyntaxTrees.Any(tree => Contains(tree, $"HasOne<{prefix}>"));
    }

    private static bool LeadsTo(ISymbol navigation, ITypeSymbol entity) =>
        SymbolEqualityComparer.Default.Equals(Nameable.ElementOf(TypeNames.TypeOf(navigation)!), entity);

    private static bool Contains(SyntaxTree tree, string text) =>
        tree.GetText().ToString().IndexOf(text, StringComparison.Ordinal) >= 0;

    private static bool Declares(SyntaxTree tree, string name) =>
        Contains(tree, name) && tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Any(literal =>
                literal.Token.Value is string text
                && text.Split(',').Any(part => part.Trim() == name)
                && IsDeclaration(literal));

    /// <summary>Named by a constant or a list, or passed to a call that declares.</summary>
    private static bool IsDeclaration(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        EqualsValueClauseSyntax or InitializerExpressionSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument =>
            MakesOne(call, argument)
            || Declaring.Any(start => Calls.NameOf(call).StartsWith(start, StringComparison.Ordinal)),
        _ => literal.Parent.IsKind(NewerSyntax.ExpressionElement),
    };

    /// <summary>
    /// <c>Property&lt;int&gt;("X")</c> and <c>Property(typeof(int), "X")</c> of a builder; <c>EF.Property</c> names its
    /// entity first.
    /// </summary>
    private static bool MakesOne(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        Calls.NameOf(call) == "Property" && call.ArgumentList.Arguments switch
        {
            { Count: 1 } =>
                call.Expression
                    is MemberAccessExpressionSyntax { Name: GenericNameSyntax,
                        Expression: not InvocationExpressionSyntax
                            { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Entry" } } },
            { Count: 2 } arguments => arguments[0].Expression is TypeOfExpressionSyntax && arguments[1] == argument,
            _ => false,
        };
}
