namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>All calls that name a member or a type by a text.</summary>
internal static class RunTimeLookups
{
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.CreateRange(
        StringComparer.Ordinal,
        [
            .. ReflectionCalls.Names, .. TypeNameCalls.Names, .. EnumCalls.Names, .. ExpressionCalls.Names,
            .. ReflectionLists.Names
        ]);

    /// <summary>
    /// Why what a call asks for is not there; null where it is, where nobody can know, or where the code is ready for
    /// it.
    /// </summary>
    public static RunTimeLookup? UnansweredIn(IInvocationOperation call, Compilation compilation)
    {
        if (!Names.Contains(call.TargetMethod.Name)
            || call.TargetMethod.ContainingNamespace
                is not { Name: "System" or "Reflection" or "Expressions" or "Linq" })
            return null;
        var question = ReflectionCalls.Of(call, compilation)
            ?? TypeNameCalls.Of(call, compilation)
            ?? EnumCalls.Of(call, compilation)
            ?? ExpressionCalls.Of(call, compilation)
            ?? ReflectionLists.Of(call, compilation);
        return question is null || ExistenceChecks.IsOne(question, compilation) ? null : question;
    }
}
