using System.Collections.Concurrent;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// What is demanded of everything that is mapped on a route builder: an application, a group, a parameter that is one
/// of them.
/// </summary>
internal sealed class RouteBuilders
{
    private const int Patience = 6;

    private readonly Compilation _compilation;
    private readonly Semantics _semantics;
    private readonly RouteConventions _conventions;

    /// <summary>A builder that hundreds of routes are mapped on is looked into once.</summary>
    private readonly ConcurrentDictionary<SyntaxNode, Protection> _known = new();

    private RouteBuilders(Compilation compilation)
    {
        _compilation = compilation;
        _semantics = Semantics.Of(compilation);
        _conventions = RouteConventions.Of(compilation);
    }

    public static RouteBuilders Of(Compilation compilation) => Facts.Of(compilation, static c => new RouteBuilders(c));

    /// <summary>
    /// Of an endpoint: what its builder demands, and what is called on the result, at once or on a variable that it is
    /// kept in.
    /// </summary>
    public Protection OfEndpoint(InvocationExpressionSyntax map)
    {
        var outermost = RouteChains.Outermost(map);
        var protection = Of(outermost, Trail.OfSteps(Patience));
        return outermost.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? protection.Stronger(
                _conventions.OfStatements(variable.Identifier.ValueText, RouteChains.HomeOf(variable)))
            : protection;
    }

    private Protection Of(ExpressionSyntax builder, Trail trail) =>
        trail.IsOver || CallStack.IsNearlyFull ? Protection.Unknown : builder switch
        {
            ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, trail),
            PostfixUnaryExpressionSyntax forgiven => Of(forgiven.Operand, trail),
            AwaitExpressionSyntax awaited => Of(awaited.Expression, trail),
            InvocationExpressionSyntax call => OfCall(call, trail),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => OfName(builder, trail),
            _ => Protection.None,
        };

    private Protection OfCall(InvocationExpressionSyntax call, Trail trail)
    {
        var receiver = call.Expression is MemberAccessExpressionSyntax access ? access.Expression : null;
        var own = _conventions.Of(call) ?? OfOwnMethod(call, receiver, trail);
        return receiver is null ? own : own.Stronger(Of(receiver, trail));
    }

    /// <summary>
    /// A method of this project that returns a builder may have demanded something; one of a library says so by its
    /// name.
    /// </summary>
    private Protection OfOwnMethod(InvocationExpressionSyntax call, ExpressionSyntax? receiver, Trail trail)
    {
        var name = Calls.NameOf(call);
        if (!_semantics.Declares(name)) return DemandsByName(name) ? Protection.Demand : Protection.None;
        if (_semantics.MethodOf(call) is not { } method) return Protection.Unknown;

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration)
            return !IsOfFramework(definition) && DemandsByName(name) ? Protection.Demand : Protection.None;
        if (Bodies.BodyOf(declaration) is not { } body) return Protection.Unknown;

        var answers = body is ArrowExpressionClauseSyntax arrow
            ? new[] { arrow.Expression }
            : body.DescendantNodes()
                .OfType<ReturnStatementSyntax>()
                .Select(answer => answer.Expression)
                .OfType<ExpressionSyntax>();
        return answers.Select(answer => OfAnswer(answer, definition, receiver, trail))
            .Aggregate(Protection.None, Protections.Stronger);
    }

    /// <summary><c>RequireScope</c>, but not <c>UseAuthorization</c>, which only prepares.</summary>
    private static bool DemandsByName(string name) =>
        AuthorizationAttributes.SpeaksOfAuthorization(name) && Words.Of(name)[0] is not ("map" or "use");

    private static bool IsOfFramework(ISymbol symbol) =>
        symbol.ContainingNamespace?.ToDisplayString()
            .StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    /// <summary>
    /// What a method adds to the builder that it was given; what the builder had is known to the caller.
    /// </summary>
    private Protection OfAnswer(ExpressionSyntax answer, IMethodSymbol method, ExpressionSyntax? receiver, Trail trail)
    {
        var root = RouteChains.RootOf(answer);
        var isGiven = root is IdentifierNameSyntax name
            && method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText);
        if (!isGiven || receiver is null) return Of(answer, trail.Deeper());

        return RouteChains.CallsOf(answer)
            .Select(call => _conventions.Of(call) ?? Protection.None)
            .Aggregate(Protection.None, Protections.Stronger)
            .Stronger(_conventions.OfStatements(Calls.NameOf(root), RouteChains.HomeOf(answer)));
    }

    private Protection OfName(ExpressionSyntax name, Trail trail)
    {
        if (_semantics.DeclarationOf(name) is not { } declaration) return Protection.None;
        return _known.TryGetValue(declaration, out var known)
            ? known
            : _known[declaration] = OfDeclaration(declaration, name, trail);
    }

    private Protection OfDeclaration(SyntaxNode declaration, ExpressionSyntax name, Trail trail) => declaration switch
    {
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } or PropertyDeclarationSyntax =>
            OfStored(name, trail),
        VariableDeclaratorSyntax local => OfLocal(local, trail).Stronger(OfStatements(local, name)),
        ParameterSyntax parameter => OfParameter(parameter, trail).Stronger(OfStatements(parameter, name)),
        _ => Protection.None,
    };

    /// <summary>A local is what is put into it: the weakest counts, and what is added to itself.</summary>
    private Protection OfLocal(VariableDeclaratorSyntax local, Trail trail)
    {
        var text = local.Identifier.ValueText;
        var assigned = RouteChains.HomeOf(local).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == text)
            .ToLookup(assignment => RouteChains.RootOf(assignment.Right) is IdentifierNameSyntax root
                && root.Identifier.ValueText == text, assignment => assignment.Right);
        var values = assigned[false].ToList();
        if (local.Initializer is { } initializer) values.Add(initializer.Value);

        var weakest = values.Count == 0 ? Protection.Unknown : values.Min(value => Of(value, trail.Deeper()));
        return assigned[true].SelectMany(RouteChains.CallsOf).Select(call => _conventions.Of(call) ?? Protection.None)
            .Aggregate(weakest, Protections.Stronger);
    }

    /// <summary><c>group.RequireAuthorization();</c> as a statement of its own.</summary>
    private Protection OfStatements(SyntaxNode declaration, ExpressionSyntax name) =>
        _conventions.OfStatements(Calls.NameOf(name), RouteChains.HomeOf(declaration));

    /// <summary>A parameter is what the calls of its method give: the weakest of them counts.</summary>
    private Protection OfParameter(ParameterSyntax parameter, Trail trail)
    {
        if (parameter.Parent?.Parent is AnonymousFunctionExpressionSyntax
            || parameter.Parent is AnonymousFunctionExpressionSyntax)
            return Protection.None;
        if (parameter.Parent
            is not ParameterListSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } parameters)
            return Protection.Unknown;

        var given = Calls.Of(_compilation)
            .To(NameOf(parameters.Parent!))
            .Select(call => Given(call, parameters, parameter))
            .OfType<ExpressionSyntax>()
            .ToList();
        return given.Count == 0 ? Protection.Unknown : given.Min(builder => Of(builder, trail.Deeper()));
    }

    private static string NameOf(SyntaxNode function) =>
        function is MethodDeclarationSyntax method
            ? method.Identifier.ValueText
            : ((LocalFunctionStatementSyntax)function).Identifier.ValueText;

    /// <summary>The argument of a call for a parameter; null where another method is called.</summary>
    public ExpressionSyntax? Given(
        InvocationExpressionSyntax call, ParameterListSyntax parameters, ParameterSyntax parameter)
    {
        if (!IsCallOf(call, parameters.Parent!)) return null;

        var receiver = parameters.Parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword)
            && call.Expression is MemberAccessExpressionSyntax access
            && !IsHome(access.Expression, parameters.Parent!)
            ? access.Expression
            : null;
        var position = parameters.Parameters.IndexOf(parameter) - (receiver is null ? 0 : 1);
        if (position < 0) return receiver;

        var named = call.ArgumentList.Arguments.FirstOrDefault(argument =>
            argument.NameColon?.Name.Identifier.ValueText == parameter.Identifier.ValueText);
        return (named ?? call.ArgumentList.Arguments.ElementAtOrDefault(position))?.Expression;
    }

    /// <summary>
    /// <c>Orders.Map(app)</c> is no call of <c>Products.Map</c>: the name of a type says so before anything is bound.
    /// </summary>
    private bool IsCallOf(InvocationExpressionSyntax call, SyntaxNode function)
    {
        if (call.Expression is IdentifierNameSyntax name && _semantics.DeclarationOf(name) is { } declaration)
            return declaration == function;
        if (function is not MethodDeclarationSyntax method || IsOfAnotherType(call, method)) return false;
        if (_semantics.MethodOf(call) is not { } called
            || _semantics.ModelOf(method.SyntaxTree)?.GetDeclaredSymbol(method) is not { } symbol)
            return false;

        var definition = (called.ReducedFrom ?? called).OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(definition, symbol)
            || SymbolEqualityComparer.Default.Equals(
                symbol.ContainingType.FindImplementationForInterfaceMember(definition), symbol);
    }

    private bool IsOfAnotherType(InvocationExpressionSyntax call, MethodDeclarationSyntax method) =>
        call.Expression
            is MemberAccessExpressionSyntax
                { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } receiver }
        && !IsHome(receiver, method) && LocalNames.DeclarationOf(receiver) is null && _semantics.DeclaresType(owner);

    private static bool IsHome(ExpressionSyntax type, SyntaxNode method) =>
        Calls.NameOf(type) == (method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText;

    /// <summary>A field or property: what the type puts into it.</summary>
    private Protection OfStored(ExpressionSyntax name, Trail trail)
    {
        var text = Calls.NameOf(name);
        if (name.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type) return Protection.Unknown;

        var values = type.DescendantNodes().Select(node => node switch
        {
            AssignmentExpressionSyntax assignment when Calls.NameOf(assignment.Left) == text => assignment.Right,
            VariableDeclaratorSyntax { Initializer.Value: var value } field when field.Identifier.ValueText == text =>
                value,
            PropertyDeclarationSyntax property when property.Identifier.ValueText == text =>
                property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        }).OfType<ExpressionSyntax>().ToList();
        return values.Count == 0 ? Protection.Unknown : values.Min(value => Of(value, trail.Deeper()))
            .Stronger(_conventions.OfStatements(text, RouteChains.HomeOf(name)));
    }
}
