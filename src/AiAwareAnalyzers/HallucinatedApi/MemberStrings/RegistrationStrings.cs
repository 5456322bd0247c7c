using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Policies, keyed services and named clients that calls and attributes ask for.</summary>
internal static class RegistrationStrings
{
    private static readonly ImmutableDictionary<string, (NameTopic Topic, string Parameter)> Calls = new Dictionary<
        string, (NameTopic, string)>
    {
        ["RequireAuthorization"] = (NameTopic.Policies, "policyNames"),
        ["AuthorizeAsync"] = (NameTopic.Policies, "policyName"),
        ["AuthorizePage"] = (NameTopic.Policies, "policy"),
        ["AuthorizeFolder"] = (NameTopic.Policies, "policy"),
        ["UseCors"] = (NameTopic.Origins, "policyName"),
        ["RequireCors"] = (NameTopic.Origins, "policyName"),
        ["RequireRateLimiting"] = (NameTopic.Limits, "policyName"),
        ["CacheOutput"] = (NameTopic.Outputs, "policyName"),
        ["GetRequiredKeyedService"] = (NameTopic.Keys, "serviceKey"),
        ["GetKeyedService"] = (NameTopic.Keys, "serviceKey"),
        ["CreateClient"] = (NameTopic.Clients, "name"),
    }.ToImmutableDictionary();

    /// <summary>The methods that are read.</summary>
    public static bool IsRead(string method) => Calls.ContainsKey(method);

    public static IEnumerable<MissingName> In(IInvocationOperation call)
    {
        var (topic, parameter) = Calls[call.TargetMethod.Name];
        if (call.TargetMethod.ContainingNamespace?.ToDisplayString() is not { } space || !IsFramework(space)) return [];
        var names = GivenNames.Of(call.SemanticModel!.Compilation);
        return call.Arguments
            .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Parameter?.Name == parameter)
            .SelectMany(argument => Elements.Of(argument.Value))
            .SelectMany(value => value.AsWritten() is { ConstantValue: { HasValue: true, Value: string name },
                Syntax: ExpressionSyntax text } ? names.In(topic, text, name) : []);
    }

    public static IEnumerable<MissingName> InAuthorize(AttributeSite site) => In(site, NameTopic.Policies, "Policy");

    public static IEnumerable<MissingName> InCors(AttributeSite site) => In(site, NameTopic.Origins, "PolicyName");

    public static IEnumerable<MissingName> InLimit(AttributeSite site) => In(site, NameTopic.Limits, null);

    public static IEnumerable<MissingName> InOutputCache(AttributeSite site) =>
        Named(site, NameTopic.Outputs, "PolicyName");

    public static IEnumerable<MissingName> InKeyed(AttributeSite site) => In(site, NameTopic.Keys, null);

    private static bool IsFramework(string space) =>
        space == "System.Net.Http" || space.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static IEnumerable<MissingName> In(AttributeSite site, NameTopic topic, string? property) =>
        site.Positional.Take(1).SelectMany(text => Of(site, topic, text))
            .Concat(property is null ? [] : Named(site, topic, property));

    private static IEnumerable<MissingName> Named(AttributeSite site, NameTopic topic, string property) =>
        site.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == property)
            .SelectMany(argument => Of(site, topic, argument.Expression));

    private static IEnumerable<MissingName> Of(AttributeSite site, NameTopic topic, ExpressionSyntax text) =>
        site.TextOf(text) is { } name ? GivenNames.Of(site.Compilation).In(topic, text, name) : [];
}
