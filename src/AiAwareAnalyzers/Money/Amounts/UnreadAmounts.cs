using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>Properties with which nobody reckons, because nobody in the compilation reads them.</summary>
internal sealed class UnreadAmounts
{
    /// <summary>How many types stand between an answer and the part of it with the amount.</summary>
    private const int Patience = 4;

    /// <summary>So many classes name each other before one is taken for named.</summary>
    private const int MostTypes = 8;

    private static readonly ImmutableArray<string> Readers = ImmutableArray.Create("Deserialize", "FromJson");

    private readonly Compilation _compilation;
    private readonly Lazy<HashSet<ITypeSymbol>> _answers;

    private UnreadAmounts(Compilation compilation)
    {
        _compilation = compilation;
        _answers = new(AnswersRead);
    }

    public static UnreadAmounts Of(Compilation compilation) => Facts.Of(compilation, static c => new UnreadAmounts(c));

    /// <summary>
    /// A part of somebody else's answer that is never looked at, or of a type of a program that no other code names.
    /// </summary>
    public bool Contain(ISymbol symbol) =>
        symbol is IPropertySymbol { ContainingType: { } type } property
        && (_answers.Value.Contains(type) ? !Mentions.Of([property], _compilation).Any() : IsForgotten(type));

    /// <summary>The types that texts of other programs are read into, with all that they consist of.</summary>
    private HashSet<ITypeSymbol> AnswersRead()
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in _compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Readers)))
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
                if (Readers.Any(reader => call.Identifier.ValueText.IndexOf(reader, StringComparison.Ordinal) >= 0)
                    && Semantics.Of(_compilation).ModelOf(tree) is { } model)
                    foreach (var read in call.TypeArgumentList.Arguments)
                        if (model.GetTypeInfo(read).Type is { } type) Add(type, found, Patience);
        return found;
    }

    private static void Add(ITypeSymbol type, HashSet<ITypeSymbol> found, int depth)
    {
        if (depth == 0) return;
        foreach (var part in PartsOf(type))
            if (part.Locations.Any(static place => place.IsInSource) && found.Add(part))
                foreach (var property in part.GetMembers().OfType<IPropertySymbol>())
                    Add(property.Type, found, depth - 1);
    }

    /// <summary>A type, the elements of an array, the arguments of a list.</summary>
    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => new[] { array.ElementType },
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } => arguments.Prepend(type),
        _ => new[] { type },
    };

    /// <summary>
    /// A plain class of a program that only classes of its kind name: what is handed out by a library others may read.
    /// </summary>
    private bool IsForgotten(INamedTypeSymbol type)
    {
        if (_compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
            return false;

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { type };
        var open = new Stack<INamedTypeSymbol>();
        open.Push(type);
        while (open.Count > 0)
        {
            var one = open.Pop();
            if (seen.Count > MostTypes || !IsPlain(one)) return false;
            foreach (var mention in Mentions.Of([one], _compilation))
                if (Semantics.Of(_compilation).TypeAround(mention) is not { } owner) return false;
                else if (seen.Add(owner)) open.Push(owner);
        }

        return true;
    }

    /// <summary>It holds properties, and is held by no framework.</summary>
    private static bool IsPlain(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object, Interfaces.IsEmpty: true }
        && type.GetAttributes().IsEmpty
        && type.GetMembers().All(static member =>
            member is IPropertySymbol or IFieldSymbol
                or IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.StaticConstructor) });
}
