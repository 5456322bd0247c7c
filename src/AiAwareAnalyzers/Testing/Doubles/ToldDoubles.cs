using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Doubles;

/// <summary>What a test tells its doubles, and what it asks them itself.</summary>
internal sealed class ToldDoubles(TestBody test, Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Giving = WordSet.Of("Returns ReturnsAsync ReturnsForAnyArgs");

    private static readonly ImmutableHashSet<string> Throwing = WordSet.Of(
        "Throw Throws ThrowsAsync ThrowsForAnyArgs ThrowsAsyncForAnyArgs");

    private readonly Forwards _forwards = new(compilation);

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
        && (ToldTo(owner).Any(told => IsTold(told, member, owner)) || IsToldAtOnce(owner, member))
            ? member.Name
            : null;

    /// <summary>
    /// The member of a double that throws what an assertion expects, where the test itself has told it to and asks it
    /// itself; null otherwise.
    /// </summary>
    public string? ThrowsAsTold(IOperation expected) =>
        ExpectedThrows.CallIn(expected, test.Locals) is { } asked
        && MemberOf(asked) is var (instance, member)
        && DoubleBehind(instance) is { } owner
        && !IsPartial(member)
        && IsToldToThrow(member, owner)
            ? member.Name
            : null;

    /// <summary>
    /// As both above, where the code under test does nothing but hand on a call to the double; a value only where it
    /// was told for whatever arguments, for otherwise these are looked at.
    /// </summary>
    public (string Member, string Subject)? HandsOn(Assertion assertion)
    {
        if (ExpectedThrows.CallIn(assertion.Call, test.Locals) is { } tried)
            return ForwardedBy(tried) is var (thrower, throwing) && IsToldToThrow(throwing, thrower)
                ? (throwing.Name, ((IInvocationOperation)tried).TargetMethod.Name)
                : null;
        return assertion.Actual is { } actual
            && test.Locals.Follow(actual) is IInvocationOperation asked
            && ForwardedBy(asked) is var (owner, member)
            && ToldTo(owner).Any(told => IsTold(told, member, owner) && IsForAll(told, member))
                ? (member.Name, asked.TargetMethod.Name)
                : null;
    }

    private IEnumerable<IInvocationOperation> ToldTo(ISymbol owner) => _calls.Concat(CallsBefore(owner));

    private bool IsToldToThrow(ISymbol member, ISymbol owner) => ToldTo(owner).Any(told =>
        MakesThrow(told) && IsAbout(told, member, owner));

    /// <summary>
    /// <c>ThrowsAsync(…)</c>, <c>Returns(Task.FromException(…))</c>, <c>When(…).Do(_ => throw …)</c>.
    /// </summary>
    private static bool MakesThrow(IInvocationOperation told) =>
        Libraries.MakesDoubles(told.TargetMethod.ContainingType)
        && (Throwing.Contains(told.TargetMethod.Name)
            || Giving.Contains(told.TargetMethod.Name) && told.Arguments.Any(static argument =>
                argument.Descendants().Any(static part => part is IInvocationOperation
                    { TargetMethod.Name: "FromException" }))
            || told.TargetMethod.Name == "Do" && told.Arguments.Any(static argument =>
                argument.Value.Lambda()?.Body.Operations.FirstOrDefault() is IThrowOperation
                    or IExpressionStatementOperation { Operation: IThrowOperation }));

    /// <summary>The double and its member that a call of the code under test is handed on to.</summary>
    private (ISymbol Owner, ISymbol Member)? ForwardedBy(IOperation asked) =>
        asked is IInvocationOperation { Instance: { } subject, TargetMethod: var method }
        && CreationBehind(subject) is { } creation
        && _forwards.MemberBehind(method) is { } member
        && creation.Arguments
            .Where(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.Type, member.ContainingType))
            .Select(argument => DoubleBehind(argument.Value))
            .FirstOrDefault(static found => found is not null) is { } owner
            ? (owner, member)
            : null;

    /// <summary>Where the code under test is made: here, or by what runs before the test.</summary>
    private IObjectCreationOperation? CreationBehind(IOperation subject) => test.Locals.Follow(subject) switch
    {
        IObjectCreationOperation creation => creation,
        IFieldReferenceOperation { Field: var field } => test.Preparations
            .SelectMany(static body => body.Descendants())
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => SymbolEqualityComparer.Default.Equals(Values.VariableOf(assignment.Target), field))
            .Select(static assignment => assignment.Value.Bare())
            .OfType<IObjectCreationOperation>()
            .FirstOrDefault(),
        _ => null,
    };

    /// <summary><c>It.IsAny&lt;int>()</c>, <c>Arg.Any&lt;int>()</c>, <c>A&lt;int>._</c>.</summary>
    private static bool IsForAll(IInvocationOperation told, ISymbol member) =>
        told.TargetMethod.Name.EndsWith("ForAnyArgs", StringComparison.Ordinal)
        || told.Descendants().OfType<IInvocationOperation>().Any(part =>
            SymbolEqualityComparer.Default.Equals(part.TargetMethod, member)
            && part.Arguments.All(static argument => argument.Value.Bare() switch
            {
                IInvocationOperation { TargetMethod: { Name: "IsAny" or "Any", ContainingType: var type } } =>
                    Libraries.MakesDoubles(type),
                IPropertyReferenceOperation { Property.ContainingType: var type } => Libraries.MakesDoubles(type),
                _ => false,
            }));

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
        Giving.Contains(told.TargetMethod.Name)
        && Libraries.MakesDoubles(told.TargetMethod.ContainingType)
        && !told.Arguments.Any(static argument => argument.Value.Lambda() is not null)
        && IsAbout(told, asked, owner);

    private bool IsAbout(IInvocationOperation told, ISymbol asked, ISymbol owner) =>
        told.Descendants().Any(part => MemberOf(part) is var (instance, member)
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
    private ISymbol? DoubleBehind(IOperation? instance) => DoubleBehind(instance, Trail.Start);

    private ISymbol? DoubleBehind(IOperation? instance, Trail trail) =>
        instance is null || trail.IsOver ? null : MadeBy(test.Locals.Follow(instance), instance, trail.Deeper());

    private ISymbol? MadeBy(IOperation origin, IOperation instance, Trail trail) => origin switch
    {
        IPropertyReferenceOperation { Property: { Name: "Object", ContainingType: var type }, Instance: { } mock }
            when Libraries.MakesDoubles(type) => Values.VariableOf(mock.Bare()),
        IInvocationOperation { TargetMethod: { Name: "For" or "Of" or "Fake", ContainingType: var type } }
            when Libraries.MakesDoubles(type) => Values.VariableOf(instance.Bare()),
        IFieldReferenceOperation { Field: { Type.TypeKind: TypeKind.Interface } field } => field,
        IParameterReferenceOperation parameter => DoubleBehind(InvokedBy(parameter), trail),
        _ => null,
    };

    /// <summary>What <c>double.Invoking(books => books.Find(1))</c> gives its lambda.</summary>
    private static IOperation? InvokedBy(IParameterReferenceOperation parameter) =>
        Bodies.FunctionAround(parameter) is { } lambda
        && Lambdas.TakerOf(lambda) is IInvocationOperation { TargetMethod.Name: "Invoking" or "Awaiting" } begin
            ? begin.Arguments.FirstOrDefault()?.Value
            : null;
}
