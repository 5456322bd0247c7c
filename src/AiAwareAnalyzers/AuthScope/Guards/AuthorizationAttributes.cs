using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What attributes demand of a caller.</summary>
internal sealed class AuthorizationAttributes
{
    private static readonly ImmutableHashSet<string> Speaking = WordSet.Of(
        "acl apikey auth authorization authorize authorized claim hmac permission protected role scope secured",
        "signature");

    private readonly INamedTypeSymbol? _authorize;
    private readonly INamedTypeSymbol? _data;
    private readonly INamedTypeSymbol? _anonymous;
    private readonly INamedTypeSymbol? _filter;
    private readonly INamedTypeSymbol? _asyncFilter;

    private AuthorizationAttributes(Compilation compilation)
    {
        _authorize = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.AuthorizeAttribute");
        _data = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.IAuthorizeData");
        _anonymous = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.IAllowAnonymous");
        _filter = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter");
        _asyncFilter = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Filters.IAsyncAuthorizationFilter");
    }

    public static AuthorizationAttributes Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new AuthorizationAttributes(c));

    /// <summary>What a symbol's own attributes demand.</summary>
    public Protection On(ISymbol symbol) =>
        symbol.GetAttributes()
            .Aggregate(Protection.None, (protection, attribute) => protection.Stronger(Of(attribute)));

    /// <summary>As <see cref="On"/>, with what a type inherits and what its assembly demands of all.</summary>
    public Protection OnWhole(INamedTypeSymbol type)
    {
        var protection = On(type.ContainingAssembly);
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            protection = protection.Stronger(On(current));
        return protection;
    }

    /// <summary>The demand as it is written, for whoever wants to repeat it.</summary>
    public string? DemandOn(ISymbol symbol)
    {
        var demands = symbol.GetAttributes()
            .Where(attribute => Of(attribute) == Protection.Demand && IsAuthorize(attribute.AttributeClass))
            .ToList();
        return demands.Count == 1
            && demands[0].ApplicationSyntaxReference
                ?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax syntax
            ? syntax.ArgumentList?.Arguments.ToString()
            : null;
    }

    /// <summary>What a type demands that is an attribute, a filter, or metadata of a route.</summary>
    public Protection OfType(ITypeSymbol type) =>
        type.Inherits(_anonymous) ? Protection.Open
        : type.Inherits(_data)
            || type.Inherits(_filter)
            || type.Inherits(_asyncFilter)
            || SpeaksOfAuthorization(type.Name) ? Protection.Demand
        : Protection.None;

    /// <summary>A command that carries its own demand, for the pipeline that runs it.</summary>
    public Protection OnInputs(IEnumerable<ITypeSymbol> inputs) =>
        inputs.Any(IsDemanding) ? Protection.Demand : Protection.None;

    public static bool SpeaksOfAuthorization(string name)
    {
        var words = Words.StemsOf(name);
        return words.Any(Speaking.Contains)
            || (words.IndexOf("api") is >= 0 and var api && api + 1 < words.Length && words[api + 1] == "key");
    }

    private bool IsDemanding(ITypeSymbol input) =>
        input is { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false }
        && On(input) is Protection.Presence or Protection.Demand;

    private Protection Of(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type) return Protection.None;
        if (IsAuthorize(type)) return Demands(attribute) ? Protection.Demand : Protection.Presence;
        if (OfType(type) is not Protection.None and var protection) return protection;

        return attribute.ConstructorArguments.Any(argument =>
            argument is { Kind: TypedConstantKind.Type, Value: ITypeSymbol filter }
            && OfType(filter) == Protection.Demand)
            ? Protection.Demand
            : Protection.None;
    }

    private bool IsAuthorize(ISymbol? type) => SymbolEqualityComparer.Default.Equals(type, _authorize);

    /// <summary>A policy or roles; schemes alone say how to be somebody, not whom.</summary>
    private static bool Demands(AttributeData attribute) =>
        attribute.ConstructorArguments.Any(IsGiven)
        || attribute.NamedArguments.Any(argument => argument.Key is "Policy" or "Roles" && IsGiven(argument.Value));

    private static bool IsGiven(TypedConstant value) => !value.IsNull && value.Kind != TypedConstantKind.Error;
}
