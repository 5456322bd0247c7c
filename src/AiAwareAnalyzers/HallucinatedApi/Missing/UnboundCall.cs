using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>A call of something that exists, with arguments that none of its overloads takes.</summary>
/// <param name="Place">The name that is called, or the type that is created.</param>
/// <param name="Overloads">What was asked.</param>
/// <param name="Arguments">What was passed.</param>
internal sealed record UnboundCall(
    SyntaxNode Place, ImmutableArray<IMethodSymbol> Overloads, ImmutableArray<UnboundCall.Passed> Arguments)
{
    /// <summary>An argument of a call or of an attribute, and its name where it has one.</summary>
    public readonly record struct Passed(IdentifierNameSyntax? Name, ExpressionSyntax Expression)
    {
        public override string ToString() => Name is null ? Expression.ToString() : $"{Name}: {Expression}";
    }

    public IMethodSymbol Method => Overloads[0];

    /// <summary>As a reader knows it: <c>File.Copy</c>, <c>new StreamReader</c>.</summary>
    public string Shown => Method.MethodKind switch
    {
        MethodKind.Constructor when Place is AttributeSyntax attribute => attribute.Name.ToString(),
        MethodKind.Constructor => "new " + TypeNames.Written(Owner),
        MethodKind.DelegateInvoke => TypeNames.Written(Owner),
        MethodKind.LocalFunction => Method.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet => TypeNames.Written(Owner) + "[]",
        _ => $"{TypeNames.Written(Owner)}.{Method.Name}",
    };

    /// <summary>The name alone, without the types that a generic call names.</summary>
    public Location PlaceOfName => Place switch
    {
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        AttributeSyntax attribute => attribute.Name.GetLocation(),
        _ => Place.GetLocation(),
    };

    public INamedTypeSymbol Owner => Method.ContainingType;

    /// <summary>The name of an argument that no overload knows, of those that take what stands before it.</summary>
    public IdentifierNameSyntax? UnknownName(SemanticModel model, CancellationToken cancellation)
    {
        var possible = Overloads.Where(method => TakesPositional(method, model, cancellation)).ToList();
        return Arguments
            .Select(argument => argument.Name)
            .FirstOrDefault(name =>
                name is { Identifier.ValueText.Length: > 0 } && !possible.Any(method => Knows(method, name)));
    }

    private bool TakesPositional(IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var types = Arguments.TakeWhile(argument => argument.Name is null)
            .Select(argument => model.GetTypeInfo(argument.Expression, cancellation).Type)
            .ToList();
        return types.Count <= method.Parameters.Length
            && types.Zip(
                method.Parameters,
                (type, parameter) => type is null || MemberFit.Converts(type, parameter.Type, model.Compilation))
                .All(fits => fits);
    }

    /// <summary>
    /// The call that an erroneous operation is about; null where something within it is wrong already.
    /// </summary>
    public static UnboundCall? In(IOperation operation, CancellationToken cancellation)
    {
        if (operation is not IInvalidOperation { SemanticModel: { } model }
            || operation.ChildOperations.Any(HoldsError))
            return null;
        return operation.Syntax switch
        {
            ElementAccessExpressionSyntax access =>
                Of(access.ArgumentList, access.ArgumentList, IndexersOf(access, model, cancellation)),
            InvocationExpressionSyntax call when DelegateOf(call, model, cancellation) is { } invoke =>
                Of(NameOf(call.Expression), call.ArgumentList, ImmutableArray.Create(invoke)),
            InvocationExpressionSyntax call =>
                Of(NameOf(call.Expression), call.ArgumentList, MethodsOf(call.Expression, model, cancellation)),
            ObjectCreationExpressionSyntax { ArgumentList: { } list } creation =>
                Of(creation.Type, list, ConstructorsOf(creation, model, cancellation)),
            ImplicitObjectCreationExpressionSyntax creation =>
                Of(creation, creation.ArgumentList, ConstructorsOf(creation, model, cancellation)),
            ConstructorInitializerSyntax initializer =>
                Of(initializer, initializer.ArgumentList, Methods(model.GetSymbolInfo(initializer, cancellation))),
            _ => null,
        };
    }

    /// <summary>
    /// The framework that brought an overload which takes these arguments, where it is newer than the target.
    /// </summary>
    public string? Since(SemanticModel model, CancellationToken cancellation)
    {
        if (UnknownName(model, cancellation) is not null) return null;
        var types = Arguments.Select(argument => NamesOf(model.GetTypeInfo(argument.Expression, cancellation).Type))
            .ToList();
        var since = ApiHistory.Of(model.Compilation).SinceOfOverload(
            TypeNames.FullMetadataName(Owner.OriginalDefinition),
            Method.MethodKind == MethodKind.Constructor ? ".ctor" : Method.Name,
            parameters => parameters.Length == types.Count
                && parameters.Zip(types, (parameter, names) => names.Contains(parameter)).All(fits => fits));
        return since is not null && TargetFramework.Of(model.Compilation).IsOlderThan(since) ? since : null;
    }

    /// <summary>
    /// Each parameter by name that could still be filled, with the arguments that are placed by now taken away.
    /// </summary>
    public IEnumerable<IParameterSymbol> OpenParameters(IMethodSymbol method)
    {
        var placed = Arguments.TakeWhile(argument => argument.Name is null).Count();
        var named = new HashSet<string>(
            Arguments.Select(argument => argument.Name?.Identifier.ValueText).OfType<string>(), StringComparer.Ordinal);
        return method.Parameters.Skip(placed).Where(parameter => !named.Contains(parameter.Name));
    }

    private static ISet<string> NamesOf(ITypeSymbol? type) =>
        type is null ? new HashSet<string> { "*" } : TypeNames.MetadataOf(type);

    private static bool Knows(IMethodSymbol method, IdentifierNameSyntax name) =>
        method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText);

    /// <summary>What a lambda gets is unknown where no overload is: what is in it says nothing.</summary>
    private static bool HoldsError(IOperation operation) =>
        !IsOpenLambda(operation)
        && (operation.Kind == OperationKind.Invalid || UnboundType.IsError(operation.Type) || operation
            .DescendantsAndSelf()
            .Any(static part => part.Kind == OperationKind.Invalid || UnboundType.IsError(part.Type)));

    private static bool IsOpenLambda(IOperation operation) =>
        operation.DescendantsAndSelf().FirstOrDefault(static part => part is IAnonymousFunctionOperation)
            is IAnonymousFunctionOperation lambda
        && lambda.Syntax.Span == ((operation.Syntax as ArgumentSyntax)?.Expression ?? operation.Syntax).Span
        && lambda.Symbol.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error);

    /// <summary>
    /// The constructor that an attribute asks for and that its type does not have. The oldest compiler makes no
    /// operation of it.
    /// </summary>
    public static UnboundCall? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (attribute.ArgumentList is not { ContainsDiagnostics: false, Arguments.Count: > 0 } list) return null;
        var binding = model.GetSymbolInfo(attribute, cancellation);
        if (binding.Symbol is not null || binding.CandidateReason != CandidateReason.OverloadResolutionFailure)
            return null;
        var arguments = list.Arguments.Where(argument => argument.NameEquals is null).ToList();
        if (arguments.Any(argument => UnboundType.IsError(model.GetTypeInfo(argument.Expression, cancellation).Type)))
            return null;
        var overloads = Methods(binding);
        return overloads.IsEmpty
            ? null
            : new UnboundCall(attribute, overloads, arguments.Select(argument =>
                new Passed(argument.NameColon?.Name, argument.Expression)).ToImmutableArray());
    }

    private static UnboundCall? Of(
        SyntaxNode? place, BaseArgumentListSyntax list, ImmutableArray<IMethodSymbol> overloads) =>
        place is null || overloads.IsEmpty || list.ContainsDiagnostics
            ? null
            : new UnboundCall(place, overloads, list.Arguments.Select(argument =>
                new Passed(argument.NameColon?.Name, argument.Expression)).ToImmutableArray());

    private static IMethodSymbol? DelegateOf(
        InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is null
        && model.GetSymbolInfo(call.Expression, cancellation).Symbol is not null and not IMethodSymbol
            ? (model.GetTypeInfo(call.Expression, cancellation).Type as INamedTypeSymbol)?.DelegateInvokeMethod
            : null;

    private static ImmutableArray<IMethodSymbol> IndexersOf(
        ElementAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(access, cancellation) is { Symbol: null } binding
            ? binding.CandidateSymbols.OfType<IPropertySymbol>()
                .Where(property => property.IsIndexer)
                .Select(property => property.GetMethod ?? property.SetMethod)
                .OfType<IMethodSymbol>()
                .ToImmutableArray()
            : ImmutableArray<IMethodSymbol>.Empty;

    private static SimpleNameSyntax? NameOf(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    private static ImmutableArray<IMethodSymbol> MethodsOf(
        ExpressionSyntax callee, SemanticModel model, CancellationToken cancellation)
    {
        var binding = model.GetSymbolInfo(callee, cancellation);
        if (binding.Symbol is not null) return ImmutableArray<IMethodSymbol>.Empty;
        var group = model.GetMemberGroup(callee, cancellation).OfType<IMethodSymbol>().ToImmutableArray();
        return ThatCanBeMeant(group.IsEmpty ? Methods(binding) : group, callee, model, cancellation);
    }

    /// <summary>What is asked of a type by its name is static, unless nothing of the name is.</summary>
    private static ImmutableArray<IMethodSymbol> ThatCanBeMeant(
        ImmutableArray<IMethodSymbol> group,
        ExpressionSyntax callee,
        SemanticModel model,
        CancellationToken cancellation) =>
        callee is MemberAccessExpressionSyntax access
        && model.GetSymbolInfo(access.Expression, cancellation).Symbol is INamedTypeSymbol
        && group.Where(static method => method.IsStatic).ToImmutableArray() is { IsEmpty: false } ofType
            ? ofType
            : group;

    private static ImmutableArray<IMethodSymbol> ConstructorsOf(
        BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellation)
    {
        var binding = model.GetSymbolInfo(creation, cancellation);
        if (binding.Symbol is not null
            || model.GetTypeInfo(creation, cancellation).Type is not INamedTypeSymbol { IsAbstract: false } type)
            return ImmutableArray<IMethodSymbol>.Empty;
        return type.InstanceConstructors.Where(constructor => model.IsAccessible(creation.SpanStart, constructor))
            .ToImmutableArray();
    }

    private static ImmutableArray<IMethodSymbol> Methods(SymbolInfo binding) => binding.Symbol is null
        ? binding.CandidateSymbols.OfType<IMethodSymbol>().ToImmutableArray()
        : ImmutableArray<IMethodSymbol>.Empty;
}
