using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Doubles;

/// <summary>What a test tells its doubles, and what it asks them itself.</summary>
internal sealed class ToldDoubles(TestBody test)
{
    private readonly ImmutableArray<IInvocationOperation> _calls =
        test.Body.Descendants().OfType<IInvocationOperation>().ToImmutableArray();

    /// <summary>
    /// The member of a double that an asserted value comes from, where the test itself has told its answer; null
    /// otherwise.
    /// </summary>
    public string? AnswersAsTold(IOperation actual) =>
        OriginOf(actual) is { } asked
        && MemberOf(asked) is var (instance, member)
        && DoubleBehind(instance) is { } owner
        && !IsPartial(member)
        && (_calls.Concat(CallsBefore(owner)).Any(told => IsTold(told, member, owner)) || IsToldAtOnce(owner, member))
            ? member.Name
            : null;

    /// <summary>The method whose call is verified, where only the test itself has made that call.</summary>
    public string? CallMadeByTest(IInvocationOperation verification) =>
        VerifiedCall(verification) is var (owner, method)
        && _calls.Any(call => IsDirect(call, owner, method) && call.Syntax.SpanStart < verification.Syntax.SpanStart)
        && !IsHandedOn(owner)
            ? method.Name
            : null;

    /// <summary>A double in a field may have been told its answers before the test.</summary>
    private IEnumerable<IInvocationOperation> CallsBefore(ISymbol owner) => owner is IFieldSymbol
        ? test.Preparations.SelectMany(static body => body.Descendants()).OfType<IInvocationOperation>()
        : [];

    /// <summary>The call, or the property of a double, that a value was read from.</summary>
    private IOperation OriginOf(IOperation value)
    {
        var origin = test.Locals.Follow(value);
        while (origin is IPropertyReferenceOperation { Instance: { } owner } && DoubleBehind(owner) is null)
            origin = test.Locals.Follow(owner);
        return origin;
    }

    private static (IOperation Instance, ISymbol Member)? MemberOf(IOperation asked) => asked switch
    {
        IInvocationOperation { Instance: { } instance } call => (instance, call.TargetMethod),
        IPropertyReferenceOperation { Instance: { } instance } read => (instance, read.Property),
        _ => null,
    };

    /// <summary>A class may have code of its own behind a double.</summary>
    private static bool IsPartial(ISymbol member) =>
        member.ContainingType.TypeKind != TypeKind.Interface && !member.IsAbstract;

    /// <summary>
    /// <c>mock.Setup(m => m.Get(1)).Returns(x)</c>, <c>substitute.Get(1).Returns(x)</c> or
    /// <c>A.CallTo(() => fake.Get(1)).Returns(x)</c>; an answer that is computed may be a double with a mind.
    /// </summary>
    private bool IsTold(IInvocationOperation told, ISymbol asked, ISymbol owner) =>
        told.TargetMethod is { Name: "Returns" or "ReturnsAsync" or "ReturnsForAnyArgs", ContainingType: var type }
        && Libraries.MakesDoubles(type)
        && !told.Arguments.Any(static argument => argument.Value.Lambda() is not null)
        && told.Descendants().Any(part => MemberOf(part) is var (instance, member)
            && SymbolEqualityComparer.Default.Equals(member, asked)
            && (IsOfSetup(instance)
                ? IsOn(told, owner)
                : SymbolEqualityComparer.Default.Equals(DoubleBehind(instance), owner)));

    /// <summary><c>Mock.Of&lt;IBooks>(books => books.Count == 3)</c>.</summary>
    private bool IsToldAtOnce(ISymbol owner, ISymbol asked) =>
        test.Locals.InitializerOf(owner)?.Bare() is IInvocationOperation { TargetMethod: { Name: "Of" } } made
        && made.Descendants().Any(part => MemberOf(part) is var (instance, member)
            && IsOfSetup(instance)
            && SymbolEqualityComparer.Default.Equals(member, asked));

    /// <summary>In the lambda of Moq the double is a parameter.</summary>
    private static bool IsOfSetup(IOperation? instance) => instance?.Bare() is IParameterReferenceOperation;

    private static bool IsOn(IInvocationOperation call, ISymbol owner) =>
        call.Descendants().Any(part => SymbolEqualityComparer.Default.Equals(Values.VariableOf(part), owner));

    private bool IsDirect(IInvocationOperation call, ISymbol owner, IMethodSymbol method) =>
        Bodies.FunctionAround(call) is null
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod, method)
        && SymbolEqualityComparer.Default.Equals(DoubleBehind(call.Instance), owner)
        && !(call.User() is IInvocationOperation { TargetMethod.ContainingType: var type }
            && Libraries.MakesDoubles(type));

    /// <summary><c>mock.Verify(m => m.Send())</c>, or the call behind <c>substitute.Received()</c>.</summary>
    private (ISymbol Owner, IMethodSymbol Method)? VerifiedCall(IInvocationOperation check)
    {
        if (!Libraries.MakesDoubles(check.TargetMethod.ContainingType)) return null;
        if (check.TargetMethod.Name == "Verify")
            return check.Instance is { } mock
                && Values.VariableOf(mock.Bare()) is { } owner
                && check.Arguments.FirstOrDefault()?.Value.Lambda()?.Descendants().OfType<IInvocationOperation>()
                    .FirstOrDefault(static call => IsOfSetup(call.Instance)) is { } verified
                ? (owner, verified.TargetMethod)
                : null;
        return check is { TargetMethod.Name: "Received", Parent: IInvocationOperation received }
            && check.Arguments.FirstOrDefault() is { } substitute
            && Values.VariableOf(substitute.Value.Bare()) is { } local
                ? (local, received.TargetMethod)
                : null;
    }

    /// <summary>
    /// Whether somebody else has the double: it, or what holds it, is passed on or kept somewhere; a field may be in
    /// anybody's hands.
    /// </summary>
    private bool IsHandedOn(ISymbol owner) =>
        owner is not ILocalSymbol || !test.Locals.MentionsOf(owner).All(IsAskedItself);

    /// <summary>It is the receiver of a call, or given to its own library.</summary>
    private static bool IsAskedItself(IOperation mention)
    {
        var value = mention.Outermost();
        if (value.Parent is IPropertyReferenceOperation { Property.Name: "Object" } made) value = made.Outermost();
        return value.Parent switch
        {
            IInvocationOperation call => call.Instance == value,
            IArgumentOperation { Parent: IInvocationOperation call } =>
                Libraries.MakesDoubles(call.TargetMethod.ContainingType),
            _ => false,
        };
    }

    /// <summary>The local or field that holds a double, where an expression is that double.</summary>
    private ISymbol? DoubleBehind(IOperation? instance) => instance is null ? null : test.Locals.Follow(instance) switch
    {
        IPropertyReferenceOperation { Property: { Name: "Object", ContainingType: var type }, Instance: { } mock }
            when Libraries.MakesDoubles(type) => Values.VariableOf(mock.Bare()),
        IInvocationOperation { TargetMethod: { Name: "For" or "Of" or "Fake", ContainingType: var type } }
            when Libraries.MakesDoubles(type) => Values.VariableOf(instance.Bare()),
        IFieldReferenceOperation { Field: { Type.TypeKind: TypeKind.Interface } field } => field,
        _ => null,
    };
}
