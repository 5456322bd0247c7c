using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>
/// The types of this program that configuration is bound to, with those of their properties, and what looks at the
/// values.
/// </summary>
/// <remarks>Names are looked at first, in the files that mention them; only what has the name is bound.</remarks>
internal sealed class OptionTypes
{
    private const string Binder = "Microsoft.Extensions.Configuration.ConfigurationBinder";

    private static readonly ImmutableArray<string> Binding = ImmutableArray.Create(
        ".Configure<", ".Bind(", ".Get<", ".BindConfiguration(");

    private static readonly ImmutableHashSet<string> Binders = WordSet.Of(
        "ConfigurationBinder OptionsBuilderConfigurationExtensions OptionsConfigurationServiceCollectionExtensions");

    /// <summary>Who is named with a type of options looks at all of it, or corrects it.</summary>
    private static readonly ImmutableArray<string> Checking = ImmutableArray.Create(
        "IValidateOptions", "IPostConfigureOptions", "PostConfigure", "AbstractValidator");

    private readonly HashSet<ITypeSymbol> _bound = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _checked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _annotated = new(SymbolEqualityComparer.Default);
    private readonly Semantics _semantics;

    private OptionTypes(Compilation compilation)
    {
        _semantics = Semantics.Of(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Calls.AreMentioned(tree, Binding)) AddBound(tree);
            if (Calls.AreMentioned(tree, Checking)) AddChecked(tree);
            if (Calls.AreMentioned(tree, ".Validate")) AddValidated(tree);
        }
    }

    public static bool ArePossible(Compilation compilation) => compilation.GetTypeByMetadataName(Binder) is not null;

    public static OptionTypes Of(Compilation compilation) => Facts.Of(compilation, static c => new OptionTypes(c));

    /// <summary>Whether something looks at options of whatever type, <c>AnyValidator&lt;T&gt;</c> for one.</summary>
    public bool HaveOpenChecks { get; private set; }

    public bool Have(INamedTypeSymbol type) => _bound.Contains(type);

    /// <summary>Whether something is handed all of the options to find out whether they are good.</summary>
    public bool AreChecked(INamedTypeSymbol type) => _checked.Contains(type);

    /// <summary>Whether the attributes at the properties are read.</summary>
    public bool AreAnnotated(INamedTypeSymbol type) => _annotated.Contains(type);

    private void AddBound(SyntaxTree tree)
    {
        foreach (var call in CallsIn(tree))
            if (Calls.NameOf(call) is "Configure" or "Bind" or "Get" or "BindConfiguration"
                && _semantics.Bound(call) is IMethodSymbol method
                && Binders.Contains(method.ContainingType.Name))
                AddTo(_bound, TypeBoundBy(call, method));
    }

    /// <summary>
    /// The type argument, <c>Configure&lt;Mail&gt;(section)</c>, or that of the object, <c>section.Bind(mail)</c>.
    /// </summary>
    private ITypeSymbol? TypeBoundBy(InvocationExpressionSyntax call, IMethodSymbol method) =>
        method.TypeArguments.FirstOrDefault()
        ?? (call.ArgumentList.Arguments.LastOrDefault() is { Expression: var bound }
            ? _semantics.ModelOf(call.SyntaxTree)?.GetTypeInfo(bound).Type
            : null);

    private void AddChecked(SyntaxTree tree)
    {
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
            if (Checking.Contains(name.Identifier.ValueText)
                && name.TypeArgumentList.Arguments.FirstOrDefault() is { } options)
                if (_semantics.ModelOf(tree)?.GetTypeInfo(options).Type
                    is INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
                    AddTo(_checked, type);
                else HaveOpenChecks = true;
    }

    /// <summary>
    /// <c>ValidateOnStart</c> says when, and asks nothing; <c>ValidateDataAnnotations</c> asks the attributes.
    /// </summary>
    private void AddValidated(SyntaxTree tree)
    {
        foreach (var call in CallsIn(tree))
            if (Calls.NameOf(call) is var name
                && name != "ValidateOnStart"
                && name.StartsWith("Validate", StringComparison.Ordinal)
                && call.Expression is MemberAccessExpressionSyntax { Expression: var builder }
                && _semantics.ModelOf(tree)?.GetTypeInfo(builder).Type
                    is INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments: [var options] })
                AddTo(name == "ValidateDataAnnotations" ? _annotated : _checked, options);
    }

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>();

    private static void AddTo(HashSet<ITypeSymbol> types, ITypeSymbol? type)
    {
        var open = new Stack<ITypeSymbol>();
        if (type is not null) open.Push(type);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next.DeclaringSyntaxReferences.IsEmpty || !types.Add(next)) continue;
            if (next.BaseType is { } above) open.Push(above);
            foreach (var property in next.GetMembers().OfType<IPropertySymbol>()) open.Push(property.Type);
        }
    }
}
