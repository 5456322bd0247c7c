using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Actions of controllers that links and redirects name.</summary>
internal static class ActionStrings
{
    private const string NoLink = "so the link leads nowhere";
    private const string Dropped = "because ASP.NET Core drops 'Async' from the names of actions";

    /// <summary>The methods that are read.</summary>
    public static readonly ImmutableHashSet<string> Methods = WordSet.Of(
        "RedirectToAction RedirectToActionPermanent RedirectToActionPreserveMethod",
        "RedirectToActionPermanentPreserveMethod CreatedAtAction AcceptedAtAction Action ActionLink GetPathByAction",
        "GetUriByAction");

    public static IEnumerable<MissingName> In(IInvocationOperation call, ISymbol around)
    {
        if (!IsOurs(call.TargetMethod)
            || ArgumentOf(call, "actionName", "action") is not { } action
            || SpeaksOfMore(call))
            return [];
        if (action.Value
            is not { ConstantValue: { HasValue: true, Value: string name }, Syntax: ExpressionSyntax text })
            return [];

        var controllers = Controllers.Of(call.SemanticModel!.Compilation);
        var named = ArgumentOf(call, "controllerName", "controller")?.Value.ConstantValue;
        return named is null or { HasValue: true, Value: null }
            ? InOwn(text, name, around, controllers, call.SemanticModel.Compilation)
            : named is { HasValue: true, Value: string controller }
                ? InNamed(call, text, name, controller, controllers)
                : [];
    }

    private static IEnumerable<MissingName> InOwn(
        ExpressionSyntax text, string name, ISymbol around, Controllers controllers, Compilation compilation)
    {
        var own = around.ContainingType;
        if (!controllers.IsController(own) || own.IsAbstract || !Nameable.IsKnown(own)) return [];
        var actions = OwnTypes.Of(compilation).HeirsOf(own).Prepend(own).SelectMany(controllers.ActionsOf).ToList();
        return Missing(text, name, own, actions, controllers, isOwn: true)
            .Select(missing =>
                missing with { Choices = missing.Choices.Where(choice =>
                    !SymbolEqualityComparer.Default.Equals(choice.Symbol, around)) });
    }

    /// <summary>
    /// A controller that is not here may be one of a library: only a slip of one that is here is wrong.
    /// </summary>
    private static IEnumerable<MissingName> InNamed(
        IInvocationOperation call, ExpressionSyntax text, string name, string controller, Controllers controllers)
    {
        var meant = controllers.Named(controller).ToList();
        if (meant.Count > 0)
            return meant.All(Nameable.IsKnown)
                ? Missing(
                    text, name, meant[0], meant.SelectMany(controllers.ActionsOf).ToList(), controllers, isOwn: false)
                : [];
        var place = (ExpressionSyntax)ArgumentOf(call, "controllerName", "controller")!.Value.Syntax;
        return [new MissingName(
            place, controller, "The project", "controller",
            NoLink) { Choices = controllers.Names.Select(each => new Choice(each)), OnlyAsSlip = true, IsText = true }];
    }

    private static IEnumerable<MissingName> Missing(
        ExpressionSyntax text,
        string name,
        INamedTypeSymbol controller,
        List<Choice> actions,
        Controllers controllers,
        bool isOwn)
    {
        if (actions.Any(action => string.Equals(action.Name, name, StringComparison.OrdinalIgnoreCase))) yield break;
        var methods = actions.Where(action => action.Symbol!.Name == name).ToList();
        var isDropped = controllers.DropsAsync && methods.Any(action => action.Name + "Async" == name);
        yield return new MissingName(text, name, TypeNames.Written(controller), "action", isDropped ? Dropped : NoLink)
        {
            Choices = actions,
            Meant = methods.Count > 0 ? methods[0] : null,
            IsOwn = isOwn,
            IsText = methods.Count > 0,
        };
    }

    private static bool IsOurs(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString()
            .StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    /// <summary>Route values that are not written here, or that name an area or another controller.</summary>
    private static bool SpeaksOfMore(IInvocationOperation call) =>
        ArgumentOf(call, "routeValues", "values") is { } values && values.Value.Syntax switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.Any(value =>
            (value.NameEquals?.Name.Identifier.ValueText ?? Calls.NameOf(value.Expression)) is { } key
            && key.ToLowerInvariant() is "area" or "controller" or "action"),
        LiteralExpressionSyntax => false,
        _ => true,
    };

    private static IArgumentOperation? ArgumentOf(IInvocationOperation call, string name, string otherName) =>
        call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit
            && argument.Parameter is { } parameter
            && (parameter.Name == name || parameter.Name == otherName));
}
