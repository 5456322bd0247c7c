namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A step into a JSON document that throws where the document is of another shape.</summary>
/// <param name="Part">What the step is taken from.</param>
/// <param name="Property">What is expected there.</param>
/// <param name="Step">What throws.</param>
/// <param name="Exception">What is thrown, and no other catch than one of that takes.</param>
/// <param name="WayOut">What would say which part is wrong.</param>
internal sealed record JsonDemand(IOperation Part, string Property, string Step, string Exception, string WayOut)
{
    /// <summary>Whether a value of another kind is the cause, rather than a missing one.</summary>
    public bool IsOfKind { get; init; }

    public string Thrown => Exception[0] == 'I' ? $"an {Exception}" : $"a {Exception}";

    public string Cause => IsOfKind ? $"holds '{Property}' as null or as text" : $"does not contain '{Property}'";
}
