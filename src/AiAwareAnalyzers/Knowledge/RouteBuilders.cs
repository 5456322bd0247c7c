using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What is demanded of everything that is mapped on a route builder: an application, a group, a parameter that is one of them.</summary>
internal sealed class RouteBuilders
{
    private const int Patience = 6;

    private readonly Compilation _compilation;
    private readonly AuthorizationAttributes _attributes;

    /// <summary>A builder that hundreds of routes are mapped on is looked into once.</summary>
    private readonly ConcurrentDictionary<ISymbol, Protection> _known = new(SymbolEqualityComparer.Default);

    private RouteBuilders(Compilation compilation)
    {
        _compilation = compilation;
        _attributes = AuthorizationAttributes.Of(compilation);
    }

    public static RouteBuilders Of(Compilation compilation) => Facts.Of(compilation, static c => new RouteBuilders(c));

    /// <summary>Of an endpoint: what its builder demands, and what is called on the result.</summary>
    public Protection OfEndpoint(InvocationExpressionSyntax map)
    {
        var outermost = Outermost(map);
        return Of(outermost, Patience).And(OfVariable(outermost, Patience));
    }

    /// <summary>The whole chain of calls that a call is a part of.</summary>
    public static ExpressionSyntax Outermost(InvocationExpressionSyntax call)
    {
        ExpressionSyntax outer = call;
        while (outer.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == outer) outer = next;
        return outer;
    }

    /// <summary>The call of a chain that demands something, as it is written.</summary>
    public static string? DemandOf(InvocationExpressionSyntax map)
    {
        var demands = Outermost(map).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Where(call => Calls.NameOf(call) == "RequireAuthorization" && call.ArgumentList.Arguments.Count > 0 && call.Span.Contains(map.Span)).ToList();
        return demands.Count == 1 ? demands[0].ArgumentList.Arguments.ToString() : null;
    }

    /// <summary>What a value is, at the end of all calls on it: the name of a local, a parameter, a field.</summary>
    public static ExpressionSyntax RootOf(ExpressionSyntax builder)
    {
        while (builder is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }) builder = access.Expression;
        return builder;
    }

    private Protection Of(ExpressionSyntax builder, int patience) => patience == 0 ? Protection.Unknown : builder switch
    {
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, patience),
        PostfixUnaryExpressionSyntax forgiven => Of(forgiven.Operand, patience),
        AwaitExpressionSyntax awaited => Of(awaited.Expression, patience),
        InvocationExpressionSyntax call => OfCall(call, patience),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => OfSymbol(builder, patience),
        _ => Protection.None,
    };

    private Protection OfCall(InvocationExpressionSyntax call, int patience)
    {
        var receiver = call.Expression is MemberAccessExpressionSyntax access ? access.Expression : null;
        var name = Calls.NameOf(call);
        var own = name switch
        {
            "RequireAuthorization" => OfArguments(call.ArgumentList),
            "AllowAnonymous" => Protection.Open,
            "WithMetadata" or "AddEndpointFilter" or "AddEndpointFilterFactory" => OfMetadata(call),
            _ => OfOwnMethod(call, receiver, patience),
        };
        return receiver is null ? own : own.And(Of(receiver, patience));
    }

    private static Protection OfArguments(ArgumentListSyntax arguments) =>
        arguments.Arguments.Count == 0 || AsksOnlyForPresence(arguments.ToString()) ? Protection.Presence : Protection.Demand;

    /// <summary>A policy built in place that wants no more than somebody.</summary>
    public static bool AsksOnlyForPresence(string policy) =>
        policy.Contains("RequireAuthenticatedUser") && !policy.Contains("RequireRole") && !policy.Contains("RequireClaim") && !policy.Contains("RequireAssertion")
        && !policy.Contains("RequireScope") && !policy.Contains("Requirements");

    private Protection OfMetadata(InvocationExpressionSyntax call)
    {
        var types = call.DescendantNodes().Where(node => node.SpanStart >= call.Expression.Span.Start && node is TypeArgumentListSyntax or ObjectCreationExpressionSyntax)
            .Where(node => Calls.NameOf(call) == "WithMetadata" ? call.ArgumentList.Span.Contains(node.Span) : !IsInReceiver(call, node))
            .SelectMany(node => node is TypeArgumentListSyntax list ? list.Arguments : Enumerable.Repeat(((ObjectCreationExpressionSyntax)node).Type, 1));
        var protection = types.Select(OfFilter).Aggregate(Protection.None, Protections.And);
        return call.ArgumentList.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Select(HandlerChecks.In).Aggregate(protection, Protections.And);
    }

    private static bool IsInReceiver(InvocationExpressionSyntax call, SyntaxNode node) =>
        call.Expression is MemberAccessExpressionSyntax access && access.Expression.Span.Contains(node.Span);

    /// <summary>A filter that refuses somebody, or that says by its name that it does.</summary>
    private Protection OfFilter(TypeSyntax filter)
    {
        if (ModelOf(filter)?.GetTypeInfo(filter).Type is not INamedTypeSymbol type) return Protection.Unknown;
        if (_attributes.OfType(type) is not Protection.None and var protection) return protection;

        return type.GetMembers("InvokeAsync").SelectMany(member => member.DeclaringSyntaxReferences).Select(reference => HandlerChecks.In(reference.GetSyntax()))
            .Aggregate(Protection.None, Protections.And);
    }

    /// <summary>A method of this project that returns a builder may have demanded something; one of a library says so by its name.</summary>
    private Protection OfOwnMethod(InvocationExpressionSyntax call, ExpressionSyntax? receiver, int patience)
    {
        var name = Calls.NameOf(call);
        if (!AuthorizationAttributes.SpeaksOfAuthorization(name) && !Semantics.Of(_compilation).Declares(name)) return Protection.None;
        if (ModelOf(call)?.GetSymbolInfo(call).Symbol is not IMethodSymbol method) return Protection.Unknown;

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration)
            return IsOfFramework(definition) || !AuthorizationAttributes.SpeaksOfAuthorization(method.Name) ? Protection.None : Protection.Demand;
        if (HandlerChecks.BodyOf(declaration) is not { } body) return Protection.Unknown;

        var answers = body is ArrowExpressionClauseSyntax arrow
            ? new[] { arrow.Expression }
            : body.DescendantNodes().OfType<ReturnStatementSyntax>().Select(answer => answer.Expression).OfType<ExpressionSyntax>();
        return answers.Select(answer => OfAnswer(answer, definition, receiver, patience)).Aggregate(Protection.None, Protections.And);
    }

    /// <summary>What a method adds to the builder that it was given; what the builder had is known to the caller.</summary>
    private Protection OfAnswer(ExpressionSyntax answer, IMethodSymbol method, ExpressionSyntax? receiver, int patience)
    {
        var isGiven = RootOf(answer) is IdentifierNameSyntax root && method.Parameters.Any(parameter => parameter.Name == root.Identifier.ValueText);
        if (!isGiven || receiver is null) return Of(answer, patience - 1);

        var protection = Protection.None;
        for (var current = answer; current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call; current = access.Expression)
            protection = protection.And(Calls.NameOf(call) switch
            {
                "RequireAuthorization" => OfArguments(call.ArgumentList),
                "AllowAnonymous" => Protection.Open,
                "WithMetadata" or "AddEndpointFilter" => OfMetadata(call),
                _ => Protection.None,
            });
        return protection.And(OfStatements(RootOf(answer), patience));
    }

    private static bool IsOfFramework(ISymbol symbol) => symbol.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    private Protection OfSymbol(ExpressionSyntax name, int patience)
    {
        if (Semantics.Of(_compilation).SymbolOf(name) is not { Kind: SymbolKind.Local or SymbolKind.Parameter or SymbolKind.Field or SymbolKind.Property } symbol) return Protection.None;

        return _known.TryGetValue(symbol, out var known) ? known : _known[symbol] = OfSymbol(symbol, name, patience);
    }

    private Protection OfSymbol(ISymbol symbol, ExpressionSyntax name, int patience) => symbol switch
    {
        ILocalSymbol local => OfLocal(local, name, patience),
        IParameterSymbol parameter => OfParameter(parameter, patience).And(OfStatements(name, patience)),
        _ => OfStored(name, patience),
    };

    private Protection OfLocal(ILocalSymbol local, ExpressionSyntax name, int patience)
    {
        var declared = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? Of(value, patience - 1)
            : Protection.None;
        return declared.And(OfStatements(name, patience));
    }

    /// <summary><c>group.RequireAuthorization();</c> as a statement of its own.</summary>
    private Protection OfStatements(ExpressionSyntax name, int patience)
    {
        var text = Calls.NameOf(name);
        return Scope(name).DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Select(statement => statement.Expression).OfType<InvocationExpressionSyntax>()
            .Where(call => Calls.NameOf(RootOf(call)) == text && Calls.NameOf(call) is "RequireAuthorization" or "AllowAnonymous" or "AddEndpointFilter" or "WithMetadata" && IsChainOfConventions(call))
            .Select(call => OfConvention(call, patience)).Aggregate(Protection.None, Protections.And);
    }

    private Protection OfConvention(InvocationExpressionSyntax call, int patience) => Calls.NameOf(call) switch
    {
        "RequireAuthorization" => OfArguments(call.ArgumentList),
        "AllowAnonymous" => Protection.Open,
        _ => OfMetadata(call),
    };

    /// <summary>Said of the builder itself, and not of something that is mapped on it.</summary>
    private static bool IsChainOfConventions(InvocationExpressionSyntax call) =>
        !call.Expression.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(inner => Calls.NameOf(inner).StartsWith("Map", StringComparison.Ordinal));

    /// <summary>An endpoint whose builder is kept, to be told more later.</summary>
    private Protection OfVariable(ExpressionSyntax outermost, int patience) =>
        outermost.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? OfStatements(SyntaxFactory.IdentifierName(variable.Identifier.ValueText), Scope(variable))
            : Protection.None;

    private Protection OfStatements(IdentifierNameSyntax name, SyntaxNode scope) => scope.DescendantNodes().OfType<ExpressionStatementSyntax>()
        .Select(statement => statement.Expression).OfType<InvocationExpressionSyntax>()
        .Where(call => Calls.NameOf(RootOf(call)) == name.Identifier.ValueText && IsChainOfConventions(call))
        .Select(call => OfConvention(call, 1)).Aggregate(Protection.None, Protections.And);

    /// <summary>A parameter is what the calls of its method give: the weakest of them counts.</summary>
    private Protection OfParameter(IParameterSymbol parameter, int patience)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || method.MethodKind == MethodKind.AnonymousFunction) return Protection.None;

        var given = Calls.Of(_compilation).To(method.Name).Where(call => !IsOfAnotherType(call, method.ContainingType)).Select(call => Given(call, method, parameter)).OfType<ExpressionSyntax>().ToList();
        return given.Count == 0 ? Protection.Unknown : given.Min(builder => Of(builder, patience - 1));
    }

    /// <summary><c>Orders.Map(app)</c> is no call of <c>Products.Map</c>: the name of a type says so before anything is bound.</summary>
    private bool IsOfAnotherType(InvocationExpressionSyntax call, INamedTypeSymbol type) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } }
        && owner != type.Name && Semantics.Of(_compilation).DeclaresType(owner);

    private ExpressionSyntax? Given(InvocationExpressionSyntax call, IMethodSymbol method, IParameterSymbol parameter)
    {
        if (ModelOf(call)?.GetSymbolInfo(call).Symbol is not IMethodSymbol called || !IsSame(called, method)) return null;

        var isReduced = called.ReducedFrom is not null;
        if (isReduced && parameter.Ordinal == 0) return (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var position = isReduced ? parameter.Ordinal - 1 : parameter.Ordinal;
        var named = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name);
        return (named ?? call.ArgumentList.Arguments.ElementAtOrDefault(position))?.Expression;
    }

    private static bool IsSame(IMethodSymbol called, IMethodSymbol method)
    {
        var definition = (called.ReducedFrom ?? called).OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(definition, method.OriginalDefinition)
            || SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(definition), method);
    }

    /// <summary>A field or property: what the type puts into it.</summary>
    private Protection OfStored(ExpressionSyntax name, int patience)
    {
        var text = Calls.NameOf(name);
        if (name.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type) return Protection.Unknown;

        var values = type.DescendantNodes().Select(node => node switch
        {
            AssignmentExpressionSyntax assignment when Calls.NameOf(assignment.Left) == text => assignment.Right,
            VariableDeclaratorSyntax { Initializer.Value: var value } field when field.Identifier.ValueText == text => value,
            PropertyDeclarationSyntax property when property.Identifier.ValueText == text => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        }).OfType<ExpressionSyntax>().ToList();
        return values.Count == 0 ? Protection.Unknown : values.Min(value => Of(value, patience - 1)).And(OfStatements(name, patience));
    }

    /// <summary>Where a name may be told more: its body, or the whole program of top-level statements.</summary>
    private static SyntaxNode Scope(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(outer => outer is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ?? node.SyntaxTree.GetRoot();

    private SemanticModel? ModelOf(SyntaxNode node) => Semantics.Of(_compilation).ModelOf(node.SyntaxTree);
}
