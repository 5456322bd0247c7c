using System.Text.RegularExpressions;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>Which values the model of this compilation keeps unique, as far as the model stands here.</summary>
internal sealed class UniqueKeys
{
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create(
        "IsUnique", "HasKey", "HasAlternateKey", "HasForeignKey<", "unique: true", "UniqueConstraint");

    /// <summary>Stores that keep keys unique, and nothing else.</summary>
    private static readonly ImmutableArray<string> StoresOfKeys = ImmutableArray.Create(
        "UseInMemoryDatabase(", "UseCosmos(");

    private static readonly ImmutableArray<string> StoresWithIndexes = ImmutableArray.Create(
        "UseSqlServer(", "UseAzureSql(", "UseNpgsql(", "UseSqlite(", "UseMySql(", "UseMySQL(", "UseOracle(",
        "UseFirebird(", "UseMongoDB(");

    private static readonly Regex UniqueInSql = new(
        @"\bUNIQUE\s*(\(|INDEX|KEY|CONSTRAINT|(NON)?CLUSTERED)", RegexOptions.CultureInvariant);

    private readonly Compilation _compilation;
    private readonly Lazy<ImmutableDictionary<ITypeSymbol, string>> _sets;
    private readonly Lazy<ImmutableArray<Key>> _keys;
    private readonly Lazy<bool> _standsElsewhere;
    private readonly Lazy<bool> _answersViolations;
    private readonly Lazy<bool> _excludes;
    private readonly Lazy<bool> _knowsKeysOnly;

    private UniqueKeys(Compilation compilation)
    {
        _compilation = compilation;
        _sets = new(SetsIn);
        _keys = new(() => compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Words))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Select(KeyIn)
            .OfType<Key>()
            .ToImmutableArray());
        _standsElsewhere = new(() => compilation.SyntaxTrees.Any(static tree =>
            Calls.AreMentioned(tree, "UNIQUE") && UniqueInSql.IsMatch(tree.GetText().ToString())));
        _answersViolations = new(() => compilation.SyntaxTrees.Any(static tree =>
            Calls.AreMentioned(tree, "DbUpdateException")));
        _knowsKeysOnly = new(() =>
            compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, StoresOfKeys))
            && !compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, StoresWithIndexes)));
        _excludes = new(() => compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, "EXCLUDE USING")));
    }

    public static UniqueKeys Of(Compilation compilation) => Facts.Of(compilation, static c => new UniqueKeys(c));

    /// <summary>Whether all that is set up here are stores without unique indexes: in memory, or Cosmos.</summary>
    public bool StoreKnowsKeysOnly => _knowsKeysOnly.Value;

    /// <summary>What is known of rows of an entity with the same values of these members.</summary>
    public Uniqueness Of(ITypeSymbol entity, ImmutableArray<string> members)
    {
        if (!members.All(member => IsOwn(entity, member) && !IsKey(entity, member) && !IsHalfOfPair(entity, member)))
            return Uniqueness.Kept;

        var stands = _sets.Value.TryGetValue(entity, out var set);
        return _keys.Value.Any(key => key.IsOf(entity, set) && key.Keeps(members))
            || _standsElsewhere.Value
            || (!stands && _answersViolations.Value)
                ? Uniqueness.Kept
                : stands ? Uniqueness.Open : Uniqueness.Unseen;
    }

    /// <summary>
    /// What is known of rows that may not overlap: no index keeps them apart, only a constraint that excludes it.
    /// </summary>
    public Uniqueness OfOverlap(ITypeSymbol entity)
    {
        var stands = _sets.Value.ContainsKey(entity);
        return _excludes.Value || (!stands && _answersViolations.Value) ? Uniqueness.Kept
            : stands ? Uniqueness.Open
            : Uniqueness.Unseen;
    }

    /// <summary>The sets of contexts that are declared here, by what is in them.</summary>
    private ImmutableDictionary<ITypeSymbol, string> SetsIn()
    {
        var sets = ImmutableDictionary.CreateBuilder<ITypeSymbol, string>(SymbolEqualityComparer.Default);
        var framework = EntityFramework.Of(_compilation);
        foreach (var tree in _compilation.SyntaxTrees)
            if (Calls.AreMentioned(tree, "DbSet<"))
                foreach (var property in tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>())
                    if (property.Type.ToString().Contains("DbSet<")
                        && Semantics.Of(_compilation).ModelOf(tree)?.GetDeclaredSymbol(property) is { } set
                        && framework.IsContext(set.ContainingType)
                        && EntityFramework.EntityOf(set.Type) is { } entity)
                        sets[entity] = set.Name;
        return sets.ToImmutable();
    }

    /// <summary>What a library declares, a library may keep unique.</summary>
    private bool IsOwn(ITypeSymbol entity, string member) =>
        entity.SelfAndBases().SelectMany(type => type.GetMembers(member))
            .Any(found => Solutions.AreOne(found, _compilation.SourceModule));

    private static bool IsKey(ITypeSymbol entity, string member) =>
        member == "Id"
        || member == entity.Name + "Id"
        || entity.SelfAndBases().Any(type =>
            type.GetAttributes().Any(attribute => IsUniqueIndex(attribute, member))
            || type.GetMembers(member).Any(static found => found.GetAttributes().Any(IsKeyOfMember)));

    /// <summary>
    /// <c>[Index(nameof(Email), IsUnique = true)]</c>, <c>[PrimaryKey(nameof(Email))]</c> on the entity.
    /// </summary>
    private static bool IsUniqueIndex(AttributeData attribute, string member) =>
        attribute.AttributeClass?.Name is "PrimaryKeyAttribute" or "IndexAttribute"
        && (attribute.AttributeClass.Name == "PrimaryKeyAttribute" || SaysUnique(attribute))
        && attribute.ConstructorArguments.SelectMany(static argument =>
            argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument))
            .Any(name => name.Value as string == member);

    /// <summary><c>[Key]</c>, or the index of another framework, on the member itself.</summary>
    private static bool IsKeyOfMember(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "KeyAttribute" or "UniqueAttribute"
        || (attribute.AttributeClass?.Name == "IndexAttribute" && SaysUnique(attribute));

    private static bool SaysUnique(AttributeData attribute) =>
        attribute.NamedArguments.Any(static named => named is { Key: "IsUnique", Value.Value: true });

    /// <summary>
    /// One of two entities that refer to each other singly: the framework gives the foreign key a unique index.
    /// </summary>
    private static bool IsHalfOfPair(ITypeSymbol entity, string member) =>
        entity.GetMembers().OfType<IPropertySymbol>().Any(property =>
            (property.Name == member || property.Name + "Id" == member)
            && property.Type.GetMembers().OfType<IPropertySymbol>().Any(back =>
                SymbolEqualityComparer.Default.Equals(back.Type, entity)));

    /// <summary>The key that a call declares; null where it declares none.</summary>
    private Key? KeyIn(InvocationExpressionSyntax call) => Calls.NameOf(call) switch
    {
        "HasIndex" when IsMadeUnique(call) => new(OwnerOf(call), NamesIn(call)),
        "HasKey" or "HasAlternateKey" or "PrimaryKey" or "UniqueConstraint" => new(OwnerOf(call), NamesIn(call)),
        "HasForeignKey" when ((call.Expression as MemberAccessExpressionSyntax)?.Name as GenericNameSyntax)
            ?.TypeArgumentList.Arguments is { Count: 1 } dependents => new(dependents[0].ToString(), NamesIn(call)),
        "CreateIndex" when call.ToString().Contains("unique: true") => new(TableOf(call), NamesIn(call)),
        "AddUniqueConstraint" => new(TableOf(call), NamesIn(call)),
        _ => null,
    };

    private static bool IsMadeUnique(InvocationExpressionSyntax index) =>
        index.Ancestors()
            .TakeWhile(static node => node is ExpressionSyntax)
            .OfType<InvocationExpressionSyntax>()
            .Any(static call => Calls.NameOf(call) == "IsUnique"
                && call.ArgumentList.Arguments.ToString() != "false")
        || index.Parent is EqualsValueClauseSyntax;

    /// <summary>
    /// The entity whose builder is called, or whose name stands in a call around; null where nobody can say.
    /// </summary>
    private string? OwnerOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var builder }
        && Semantics.Of(_compilation).ModelOf(call.SyntaxTree)?.GetTypeInfo(builder).Type
            is INamedTypeSymbol { TypeArguments: { Length: > 0 } entities }
        && entities[0] is INamedTypeSymbol { IsAnonymousType: false } entity
            ? entity.Name
            : NameAround(call);

    /// <summary><c>Entity("Shop.Order", b => …)</c>, as snapshots of a model are written.</summary>
    private static string? NameAround(InvocationExpressionSyntax call) =>
        call.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Where(static outer => Calls.NameOf(outer) is "Entity" or "CreateTable")
            .SelectMany(static outer => outer.ArgumentList.Arguments.Take(1))
            .Select(static argument => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText)
            .FirstOrDefault(static name => name is not null)
            ?.Split('.').Last();

    private static string? TableOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments
            .Where(static argument => argument.NameColon?.Name.Identifier.ValueText == "table")
            .Select(static argument => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText)
            .FirstOrDefault();

    /// <summary>
    /// The names that a declaration holds: members behind a lambda's parameter, texts, <c>nameof</c>.
    /// </summary>
    private static ImmutableArray<string> NamesIn(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.SelectMany(static argument => argument.DescendantNodes())
            .Select(static node => node switch
            {
                MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name: var name } =>
                    name.Identifier.ValueText,
                LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: var text } =>
                    text.ValueText,
                InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } named } nameOf
                    when Calls.NameOf(nameOf) == "nameof" => Calls.NameOf(named[0].Expression),
                _ => null,
            })
            .OfType<string>()
            .ToImmutableArray();

    /// <summary>Members that are unique together, and of what; where one cannot read which, of everything.</summary>
    private sealed record Key(string? Owner, ImmutableArray<string> Members)
    {
        public bool IsOf(ITypeSymbol entity, string? set) =>
            Owner is null || IsSame(Owner, entity.Name) || (set is not null && IsSame(Owner, set));

        /// <summary>
        /// Rows that agree in one member of a key may still differ in another, such as the tenant that a filter adds.
        /// </summary>
        public bool Keeps(ImmutableArray<string> members) =>
            Members.IsEmpty || Members.Any(own => members.Any(member => IsSame(own, member)));

        /// <summary>Columns may be written <c>user_name</c>.</summary>
        private static bool IsSame(string one, string other) =>
            string.Equals(one.Replace("_", ""), other.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
    }
}
