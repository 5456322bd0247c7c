using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Container;

/// <summary>What the container of this compilation is told, and whether that is all.</summary>
internal sealed class Services
{
    private readonly Compilation _compilation;
    private readonly ServiceReading _reading;
    private readonly ILookup<ISymbol, Registration> _byService;
    private readonly ILookup<ISymbol, Registration> _byImplementation;

    private Services(Compilation compilation)
    {
        _compilation = compilation;
        _reading = new(compilation);
        _byService = _reading.Registrations.ToLookup<Registration, ISymbol>(
            static told => told.Service.OriginalDefinition, SymbolEqualityComparer.Default);
        _byImplementation = _reading.Registrations.Where(static told => told.Implementation is not null)
            .ToLookup<Registration, ISymbol>(
                static told => told.Implementation!.OriginalDefinition, SymbolEqualityComparer.Default);
        IsWhole = compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
            && _reading.Registrations.Count > 0
            && !_reading.HasStranger;
    }

    public static Services Of(Compilation compilation) => Facts.Of(compilation, static c => new Services(c));

    /// <summary>Whether the container of the framework is referenced, by code that is no test.</summary>
    public static bool ArePossible(Compilation compilation) =>
        compilation.GetTypeByMetadataName(FrameworkServices.Collection) is not null
        && !TestCode.Of(compilation).IsTestProject;

    /// <summary>
    /// Whether all that can be registered of the program's own types is seen: this is the program, and nobody from
    /// elsewhere has a say.
    /// </summary>
    public bool IsWhole { get; }

    public IReadOnlyList<Registration> All => _reading.Registrations;

    /// <summary>What is told of a service, whatever its key and its type arguments.</summary>
    public IEnumerable<Registration> For(ITypeSymbol service) => _byService[service.OriginalDefinition];

    /// <summary>The registrations for which the container makes a type by its constructor.</summary>
    public IEnumerable<Registration> Making(INamedTypeSymbol type) => _byImplementation[type.OriginalDefinition];

    /// <summary>Whether a request for a service certainly finds nobody.</summary>
    public bool Lacks(ITypeSymbol service, string? key) =>
        IsWhole
        && (IsOwn(service) || IsPlainValue(service))
        && !_reading.Names(service)
        && (IsDeclaredHere(service) || !_reading.HasSharedDefaults)
        && !For(service).Any(told => told.HasKey(key) && Fits(told.Service, service));

    /// <summary>
    /// A type of this program, or of another project of it, that no library can know of; what derives from one of
    /// theirs may be found by them.
    /// </summary>
    public static bool IsOwn(ITypeSymbol service) =>
        service is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface }
        && !Libraries.AreKnown(service.ContainingAssembly)
        && TypeNames.SelfAndAncestors(service).All(static each =>
            !Libraries.AreKnown(each.ContainingAssembly) || Libraries.AreOfFramework(each.ContainingAssembly));

    public bool IsDeclaredHere(ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly);

    /// <summary>Texts and numbers: no library registers any.</summary>
    private static bool IsPlainValue(ITypeSymbol service) =>
        service.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Decimal
            or (>= SpecialType.System_Int16 and <= SpecialType.System_Double);

    /// <summary>A generic service that is registered open fits all of its kind.</summary>
    private static bool Fits(ITypeSymbol told, ITypeSymbol asked) =>
        told is INamedTypeSymbol { IsUnboundGenericType: true }
        || asked is INamedTypeSymbol generic && generic.TypeArguments.Any(static type => type is ITypeParameterSymbol)
        || SymbolEqualityComparer.Default.Equals(told, asked);
}
