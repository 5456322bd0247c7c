using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>
/// Methods, constructors and properties that take a certain text: by the type, the member and the parameter.
/// </summary>
internal sealed class SinkTable
{
    public const string Constructor = ".ctor";

    private readonly ILookup<string, (INamedTypeSymbol Type, Sink Sink)> _sinks;

    public SinkTable(Compilation compilation, ImmutableArray<Sink> sinks) =>
        _sinks = sinks
            .Select(sink => (Type: compilation.GetTypeByMetadataName(sink.Type)!, sink))
            .Where(entry => entry.Type is not null)
            .ToLookup(entry => entry.sink.Member);

    public bool IsEmpty => _sinks.Count == 0;

    /// <summary>
    /// The arguments or the assigned value that an operation hands to one of the sinks, constants left out.
    /// </summary>
    public ImmutableArray<IOperation> TextsOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => ArgumentsOf(call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation =>
            ArgumentsOf(constructor, creation.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property },
            Value: { ConstantValue.HasValue: false } value }
            when IsKnown(property.ContainingType, property.Name, "") => ImmutableArray.Create(value),
        _ => ImmutableArray<IOperation>.Empty,
    };

    private ImmutableArray<IOperation> ArgumentsOf(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var name = method.MethodKind == MethodKind.Constructor ? Constructor : method.Name;
        return _sinks.Contains(name)
            ? arguments
                .Where(argument => argument.Parameter is { } parameter
                    && !argument.Value.ConstantValue.HasValue
                    && IsKnown(method.ContainingType, name, parameter.Name))
                .Select(argument => argument.Value)
                .ToImmutableArray()
            : ImmutableArray<IOperation>.Empty;
    }

    private bool IsKnown(INamedTypeSymbol type, string member, string parameter)
    {
        foreach (var (owner, sink) in _sinks[member])
            if (sink.Parameter == parameter && type.Inherits(owner))
                return true;
        return false;
    }
}

/// <summary>A member that takes a text in a parameter; a property has none.</summary>
internal sealed record Sink(string Type, string Member, string Parameter = "");
