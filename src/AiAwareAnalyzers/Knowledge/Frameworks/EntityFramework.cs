using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>
/// What Entity Framework Core, as far as it is referenced, can do, and what a context of the program does itself.
/// </summary>
internal sealed class EntityFramework
{
    private readonly INamedTypeSymbol? _legacyContext;
    private readonly INamedTypeSymbol? _session;
    private readonly Lazy<bool> _interceptsSaves;

    private EntityFramework(Compilation compilation)
    {
        Context = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext");
        _legacyContext = compilation.GetTypeByMetadataName("System.Data.Entity.DbContext");
        _session = compilation.GetTypeByMetadataName("NHibernate.ISession");
        CanDeleteInPlace = Extensions.SelectMany(name => compilation.GetTypesByMetadataName(name))
            .Any(type => !type.GetMembers("ExecuteDelete").IsEmpty);
        _interceptsSaves = new(() => compilation.SyntaxTrees.Any(Intercepts));
    }

    /// <summary>Where <c>ExecuteDelete</c> stands: EF Core 7 and 8, EF Core 9 and later.</summary>
    internal static readonly ImmutableArray<string> Extensions = ImmutableArray.Create(
        "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
        "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions");

    private static readonly ImmutableArray<string> Interceptions = ImmutableArray.Create(
        "AddInterceptors", "SaveChangesInterceptor", "ISaveChangesInterceptor", "SavingChanges");

    public static EntityFramework Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new EntityFramework(c));

    /// <summary>The namespace of EF Core.</summary>
    public const string Space = "Microsoft.EntityFrameworkCore";

    /// <summary>The base class of contexts; null where EF Core is not referenced.</summary>
    public INamedTypeSymbol? Context { get; }

    /// <summary>Whether EF Core, EF6 or NHibernate is referenced.</summary>
    public bool Exists => Context is not null || _legacyContext is not null || _session is not null;

    /// <summary>Whether <c>ExecuteDelete</c> is there: EF Core 7 and later.</summary>
    public bool CanDeleteInPlace { get; }

    /// <summary>The entities of a set; null where a type is none.</summary>
    public static ITypeSymbol? EntityOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "DbSet", TypeArguments: { Length: 1 } entities } ? entities[0] : null;

    public bool IsContext(ITypeSymbol? type) =>
        type.Inherits(Context) || type.Inherits(_legacyContext) || type.Inherits(_session);

    /// <summary>
    /// Whether code runs when this context saves, which a statement sent to the database does not start.
    /// </summary>
    public bool HasOwnSave(ITypeSymbol? context)
    {
        for (var current = context; current is not null && !IsRootContext(current); current = current.BaseType)
            if (current.GetMembers()
                .Any(member => member is IMethodSymbol { IsOverride: true, Name: "SaveChanges" or "SaveChangesAsync" }))
                return true;
        return _interceptsSaves.Value;
    }

    /// <summary>The expression of the context that a query runs on: <c>db</c> in <c>db.Orders.Where(…)</c>.</summary>
    public IOperation? ContextOf(IOperation queryRoot) => queryRoot.Bare() switch
    {
        IPropertyReferenceOperation { Instance: { } instance } when IsContext(instance.Type) => instance.Bare(),
        IFieldReferenceOperation { Instance: { } instance } when IsContext(instance.Type) => instance.Bare(),
        IInvocationOperation { Instance: { } instance } when IsContext(instance.Type) => instance.Bare(),
        _ => null,
    };

    /// <summary>
    /// Interceptors and save events are looked for by name, in the trees, once and only when somebody asks.
    /// </summary>
    private static bool Intercepts(SyntaxTree tree) =>
        Calls.AreMentioned(tree, Interceptions)
        && tree.GetRoot()
            .DescendantNodes()
            .Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.SimpleNameSyntax name
                && Interceptions.Contains(name.Identifier.ValueText));

    private bool IsRootContext(ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, Context)
        || SymbolEqualityComparer.Default.Equals(type, _legacyContext);

    public bool IsSession(ITypeSymbol? type) => type.Inherits(_session);
}
