namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>The calls that name members by strings, and who knows which members those are.</summary>
internal static class CallStrings
{
    /// <summary>The first look is at the name of the method alone.</summary>
    public static IEnumerable<MissingName> In(IInvocationOperation call, ISymbol around)
    {
        var name = call.TargetMethod.Name;
        if (EntityStrings.Methods.Contains(name)) return EntityStrings.In(call);
        if (ActionStrings.Methods.Contains(name)) return ActionStrings.In(call, around);
        if (RouteStrings.Methods.Contains(name)) return RouteStrings.In(call);
        if (RegistrationStrings.IsRead(name)) return RegistrationStrings.In(call);
        if (name == "GetString") return ResourceStrings.In(call);
        if (ParameterStrings.IsThrow(call.TargetMethod)) return ParameterStrings.In(call.Arguments, call, around);
        return NotificationStrings.IsName(name) ? NotificationStrings.In(call, around) : [];
    }

    public static IEnumerable<MissingName> In(IObjectCreationOperation creation, ISymbol around) =>
        ParameterStrings.IsException(creation.Type)
            ? ParameterStrings.In(creation.Arguments, creation, around)
            : creation.Type?.Name is "PropertyChangedEventArgs" or "PropertyChangingEventArgs"
                ? NotificationStrings.In(creation, around)
                : [];
}
