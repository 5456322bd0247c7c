using AiAwareAnalyzers.Governance.Ledgers;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Constraints;

/// <summary>A sentence, asked about the code of a compilation.</summary>
internal sealed class Constraint
{
    private readonly Invariant _sentence;
    private readonly NamePattern _subject;
    private readonly ImmutableArray<NamePattern> _names;

    public Constraint(Invariant sentence, int line)
    {
        _sentence = sentence;
        Line = line;
        _subject = new NamePattern(sentence.Scope);
        _names = sentence.Names.Select(static name => new NamePattern(name)).ToImmutableArray();
    }

    /// <summary>The number of its line, as an editor counts.</summary>
    public int Line { get; }

    public string Text => _sentence.ToString();

    /// <summary>What a member of the subject might do instead.</summary>
    public string WayOut =>
        _sentence.Demand switch
        {
            InvariantDemand.NotUse => $"leave that to code outside of '{_sentence.Scope}'",
            InvariantDemand.OnlyCalledBy => $"go through '{_sentence.Names[0]}'",
            InvariantDemand.Take => "add the parameter, and hand it on",
            _ => "keep the state in an instance that callers hand in",
        };

    /// <summary>Whether the code of a type is asked: that of the subject, or that of its callers.</summary>
    public bool Watches(ITypeSymbol type) =>
        _sentence.Demand == InvariantDemand.OnlyCalledBy
            ? !IsSubject(type) && !_names.Any(name => name.Holds(type))
            : IsSubject(type);

    /// <summary>What a member does that the sentence forbids, by what it names; null where it does not.</summary>
    public string? Offence(SimpleNameSyntax name, ISymbol symbol) =>
        _sentence.Demand switch
        {
            InvariantDemand.NotUse when symbol is not INamespaceSymbol && _names.Any(used => used.Means(symbol)) =>
                $"uses '{Told(symbol)}'",
            InvariantDemand.OnlyCalledBy when IsCallable(symbol) && IsSubject(symbol.ContainingType) =>
                $"calls '{Told(symbol)}'",
            InvariantDemand.NotWriteStaticState when StaticWrites.IsOne(name, symbol) =>
                $"writes the static '{Told(symbol)}'",
            _ => null,
        };

    /// <summary>The parameter that a method lacks and could have; null where nothing is amiss.</summary>
    public string? Lack(IMethodSymbol method) =>
        _sentence.Demand == InvariantDemand.Take
        && method is { DeclaredAccessibility: Accessibility.Public, IsOverride: false, PartialDefinitionPart: null }
        && !ImplementsContract(method)
        && !method.Parameters.Any(parameter => _names.Any(name => name.IsNameOf(parameter.Type)))
            ? $"takes no '{string.Join("' or '", _sentence.Names)}'"
            : null;

    private bool IsSubject(ITypeSymbol type) =>
        _sentence.Subject == InvariantSubject.TypesNamed ? _subject.IsNameOf(type) : _subject.Holds(type);

    private static bool IsCallable(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction } or IPropertySymbol or IEventSymbol
        && symbol.ContainingType is not null;

    /// <summary>The contract dictates the parameters; where it is one of the subject, it is told itself.</summary>
    private static bool ImplementsContract(IMethodSymbol method) =>
        method.ContainingType.TypeKind != TypeKind.Interface
        && method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name)).Any(promised =>
            SymbolEqualityComparer.Default.Equals(
                method.ContainingType.FindImplementationForInterfaceMember(promised), method));

    private static string Told(ISymbol symbol) =>
        symbol is ITypeSymbol || symbol.ContainingType is not { } type ? symbol.Name
        : symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name
        : $"{type.Name}.{symbol.Name}";
}
