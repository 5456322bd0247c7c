using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>A value that a call writes to a log.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">The name of its place in the template, or of the property that it becomes; empty where it has
/// none.</param>
/// <param name="IsTakenApart">Written member by member: <c>{@request}</c>.</param>
internal sealed record LoggedValue(IOperation Value, string Place, bool IsTakenApart);

/// <summary>
/// What calls write to a log: the values of templates, the pieces of messages, the properties of scopes.
/// </summary>
internal static class LoggedValues
{
    private static readonly ImmutableHashSet<string> Properties = WordSet.Of(
        "PushProperty ForContext PushNestedProperty PushScopeProperty WithProperty");

    /// <summary>The values of a call, in order; none where the call is for no log.</summary>
    public static IEnumerable<LoggedValue> Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (LogCalls.IsGenerated(method))
            return call.Arguments.Where(argument => argument.Parameter is not null)
                .Select(argument => new LoggedValue(argument.Value, argument.Parameter!.Name, IsTakenApart: false));
        if (Properties.Contains(method.Name)) return OfProperty(call);
        return method.Name == "BeginScope" && LogCalls.IsLogger(call) || LogCalls.LoudnessOf(call) is not null
            ? OfMessage(call)
            : [];
    }

    /// <summary>
    /// The places of a template that a delegate is made from, each with the type of what will fill it.
    /// </summary>
    public static IEnumerable<(string Place, ITypeSymbol Type)> DefinedBy(IInvocationOperation call) =>
        call.TargetMethod
            is { Name: "Define" or "DefineScope", ContainingType.Name: "LoggerMessage", TypeArguments: var types }
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "formatString")?.Value.ConstantValue
            is { HasValue: true, Value: string template }
            ? LogTemplate.PlacesOf(template).Zip(types, (place, type) => (place.Name, type))
            : [];

    /// <summary><c>PushProperty("Token", token)</c></summary>
    private static IEnumerable<LoggedValue> OfProperty(IInvocationOperation call)
    {
        var arguments = InOrder(call);
        if (arguments.Count < 2 || arguments[0].ConstantText() is not { } name) return [];
        return [new(
            arguments[1],
            name,
            arguments.Skip(2).Any(argument => argument.ConstantValue is { HasValue: true, Value: true }))];
    }

    private static IEnumerable<LoggedValue> OfMessage(IInvocationOperation call)
    {
        var arguments = InOrder(call);
        var message = arguments.FindIndex(static argument =>
            argument.Unconverted().Type?.SpecialType == SpecialType.System_String);
        if (message < 0) return arguments.SelectMany(static argument => Elements.Of(argument)).SelectMany(OfState);

        var values = arguments.Skip(message + 1).SelectMany(Elements.Of).ToList();
        if (arguments[message].ConstantText() is not { } template)
            return values.Prepend(arguments[message])
                .Select(static value => new LoggedValue(value, "", IsTakenApart: false));

        var places = LogTemplate.PlacesOf(template);
        return values.Select((value, index) => index < places.Count
            ? new LoggedValue(value, places[index].Name, places[index].IsTakenApart)
            : new LoggedValue(value, "", IsTakenApart: false));
    }

    /// <summary>The entries of a dictionary, or the thing itself.</summary>
    private static IEnumerable<LoggedValue> OfState(IOperation state) =>
        state.Unconverted() is IObjectCreationOperation { Initializer: { } initializer }
            ? initializer.Initializers.Select(OfEntry).OfType<LoggedValue>()
            : [new LoggedValue(state, "", IsTakenApart: false)];

    private static LoggedValue? OfEntry(IOperation entry) => entry switch
    {
        ISimpleAssignmentOperation
            { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key }, Value: var value } =>
            new(value, TextOf(key[0].Value), IsTakenApart: false),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } pair } =>
            new(pair[1].Value, TextOf(pair[0].Value), IsTakenApart: false),
        _ => null,
    };

    private static string TextOf(IOperation value) =>
        value.ConstantText() ?? "";

    private static List<IOperation> InOrder(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
        .Where(argument =>
            argument.Parameter is { } parameter && !(call.TargetMethod.IsExtensionMethod && parameter.Ordinal == 0))
        .OrderBy(argument => argument.Parameter!.Ordinal)
        .Select(argument => argument.Value)
        .ToList();
}

/// <summary>A place in the template of a message.</summary>
internal readonly record struct TemplatePlace(string Name, bool IsTakenApart);

/// <summary>The places of a message template: <c>User {Name} sent {@Order:j}</c>.</summary>
internal static class LogTemplate
{
    public static IReadOnlyList<TemplatePlace> PlacesOf(string template)
    {
        var places = new List<TemplatePlace>();
        for (var start = template.IndexOf('{'); start >= 0
            && start + 1 < template.Length; start = template.IndexOf('{', start))
        {
            if (template[start + 1] == '{')
            {
                start += 2;
                if (start >= template.Length) break;
                continue;
            }

            var end = template.IndexOf('}', start);
            if (end < 0) break;
            places.Add(Read(template.Substring(start + 1, end - start - 1)));
            start = end;
        }

        return places;
    }

    /// <summary>A number is no name: it only says which value is meant.</summary>
    private static TemplatePlace Read(string place)
    {
        var isTakenApart = place.StartsWith("@", StringComparison.Ordinal);
        var name = place.Split(',', ':')[0].Trim('@', '$', ' ');
        return new(name.All(char.IsDigit) ? "" : name, isTakenApart);
    }
}
