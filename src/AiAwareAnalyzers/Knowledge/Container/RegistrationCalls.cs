using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Knowledge.Container;

/// <summary>What one call tells the container, if it is one of those that register a single service.</summary>
internal static class RegistrationCalls
{
    /// <summary>The classes whose methods are named after a lifetime, and say all in their arguments.</summary>
    private static readonly ImmutableHashSet<string> Plain = WordSet.Of(
        "ServiceCollectionServiceExtensions ServiceCollectionDescriptorExtensions ServiceDescriptor");

    /// <summary>Calls that take a finished descriptor.</summary>
    private static readonly ImmutableHashSet<string> OfDescriptors = WordSet.Of("Add TryAdd TryAddEnumerable Replace");

    private static readonly ImmutableHashSet<string> Contexts = WordSet.Of(
        "AddDbContext AddDbContextPool AddDbContextFactory AddPooledDbContextFactory");

    /// <summary>Whether a call registers one service, however it says which.</summary>
    public static bool Registers(IMethodSymbol method) =>
        IsPlain(method)
        || (method.Arity > 0
            && IsOfFramework(method)
            && (IsTypedClient(method)
                || Contexts.Contains(method.Name)
                || method.Name is "AddHostedService" or "AddExceptionHandler"));

    /// <summary>Null where it cannot be told what is registered.</summary>
    public static Registration? Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (IsPlain(method))
            return ReadPlain(
                call,
                method.TypeArguments,
                call.Arguments,
                LifetimeIn(method.Name) ?? LifetimeIn(call.Arguments, "lifetime"));

        var (first, last) = (method.TypeArguments.First(), method.TypeArguments.Last());
        var isMade = Argument(call.Arguments, "implementationFactory", "factory") is null;
        var registration = IsTypedClient(method) ? new(first, Class(last), Lifetime.Transient)
            : Contexts.Contains(method.Name)
                ? new(first, Class(last), LifetimeIn(call.Arguments, "contextLifetime") ?? Lifetime.Scoped)
            : method.TypeParameters[0].ConstraintTypes.FirstOrDefault() is { } contract
                ? new Registration(contract, Class(last), Lifetime.Singleton)
            : null;
        return registration is null || IsOpen(first)
            ? null
            : registration with
            {
                Implementation = isMade ? registration.Implementation : null,
                Factory = Argument(call.Arguments, "implementationFactory", "factory"),
                Syntax = call.Syntax,
            };
    }

    /// <summary><c>new ServiceDescriptor(typeof(IShop), typeof(Shop), ServiceLifetime.Scoped)</c>.</summary>
    public static Registration? Read(IObjectCreationOperation creation) =>
        ReadPlain(
            creation,
            ImmutableArray<ITypeSymbol>.Empty,
            creation.Arguments,
            LifetimeIn(creation.Arguments, "lifetime")
                ?? (Argument(creation.Arguments, "instance") is null ? null : Lifetime.Singleton));

    /// <summary>Whether a descriptor is added that is not made in place, and so may be any.</summary>
    public static bool AddsUnseen(IInvocationOperation call) =>
        OfDescriptors.Contains(call.TargetMethod.Name)
        && Argument(call.Arguments, "item", "descriptor", "descriptors") is { } added
        && !IsDescriptor(added.Unconverted());

    public static bool IsDescriptor(IOperation value) => value switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name == "ServiceDescriptor",
        IObjectCreationOperation creation => creation.Type?.Name == "ServiceDescriptor",
        _ => false,
    };

    public static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, params string[] names)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && names.Contains(parameter.Name))
                return argument.Value;
        return null;
    }

    private static Registration? ReadPlain(
        IOperation call,
        ImmutableArray<ITypeSymbol> types,
        ImmutableArray<IArgumentOperation> arguments,
        Lifetime? lifetime)
    {
        var service = types.IsEmpty ? TypeIn(Argument(arguments, "serviceType", "service")) : types[0];
        var factory = Argument(arguments, "implementationFactory", "factory");
        var given = Argument(arguments, "implementationInstance", "instance");
        var implementation = Argument(arguments, "implementationType") is { } named ? TypeIn(named)
            : types.IsEmpty ? service
            : types.Last();
        if (service is null || lifetime is not { } kept || IsOpen(service)) return null;
        if (factory is null && given is null && implementation is null) return null;
        return new(service, factory is null && given is null ? Class(implementation) : null, kept)
        {
            Key = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "serviceKey") is { } key
                ? KeyIn(key.Value)
                : null,
            Factory = factory,
            Syntax = call.Syntax,
        };
    }

    public static string? KeyIn(IOperation key) =>
        key.Unconverted() is { ConstantValue: { HasValue: true, Value: var value } }
            ? Registration.KeyOf(value)
            : Registration.AnyKey;

    public static ITypeSymbol? TypeIn(IOperation? value) => (value?.Unconverted() as ITypeOfOperation)?.TypeOperand;

    private static bool IsPlain(IMethodSymbol method) =>
        Plain.Contains(method.ContainingType.Name)
        && IsOfFramework(method)
        && (LifetimeIn(method.Name) is not null || method.Name is "Describe" or "DescribeKeyed");

    private static bool IsTypedClient(IMethodSymbol method) => method is { Name: "AddHttpClient" or "AddTypedClient" };

    private static bool IsOfFramework(IMethodSymbol method) =>
        method.ContainingAssembly?.Name.StartsWith("Microsoft.", StringComparison.Ordinal) ?? false;

    private static INamedTypeSymbol? Class(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } made ? made : null;

    private static Lifetime? LifetimeIn(string name) =>
        name.EndsWith(nameof(Lifetime.Singleton), StringComparison.Ordinal) ? Lifetime.Singleton
        : name.EndsWith(nameof(Lifetime.Scoped), StringComparison.Ordinal) ? Lifetime.Scoped
        : name.EndsWith(nameof(Lifetime.Transient), StringComparison.Ordinal) ? Lifetime.Transient
        : null;

    private static Lifetime? LifetimeIn(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        Argument(arguments, parameter)?.ConstantValue is { HasValue: true, Value: int lifetime }
            ? (Lifetime)lifetime
            : null;

    /// <summary>A type that depends on whoever calls the method or makes the class around.</summary>
    private static bool IsOpen(ITypeSymbol type) =>
        type is ITypeParameterSymbol
        || (type is INamedTypeSymbol generic
            && generic.TypeArguments.Any(static argument => argument is ITypeParameterSymbol));
}
