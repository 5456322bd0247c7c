using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Doubles;

/// <summary>
/// Doubles that somebody has written for the tests, and that give back what a test has put into them.
/// </summary>
internal sealed class OwnDoubles(TestBody test, Compilation compilation)
{
    /// <summary>
    /// The member of a double that an asserted value comes from, where it gives back what the test made it with; null
    /// otherwise, and where anybody else has the double.
    /// </summary>
    public string? AnswersAsGiven(IOperation actual) =>
        OriginOf(actual) is var (owner, member, creation)
        && creation.Type is INamedTypeSymbol type
        && !test.Method.ContainingType.Name.Contains(type.Name)
        && HasBeenGiven(creation, owner)
        && IsInNoOtherHands(owner)
        && BodyBehind(member, type) is { } body
        && GivesBack(body, type)
            ? member.Name
            : null;

    /// <summary>Whether something else than such doubles, plain values and assertions runs in the test.</summary>
    public bool RunsOtherCode() => test.Body.Descendants().Any(operation =>
        operation is IInvocationOperation call
        && !Libraries.IsOfAssertions(call.TargetMethod.ContainingType)
        && !PlainCode.Has(call.TargetMethod.ContainingType)
        && !IsOfDouble(call)
        && !Tasks.IsTask(call.TargetMethod.ContainingType));

    private bool IsOfDouble(IInvocationOperation call) =>
        call.Instance is { } owner && MadeBy(owner) is { Type: INamedTypeSymbol type } && IsDouble(type);

    private IObjectCreationOperation? MadeBy(IOperation owner) =>
        test.Locals.Follow(owner) as IObjectCreationOperation;

    /// <summary>The double, and what was asked of it, behind members of what it answered.</summary>
    private (IOperation Owner, ISymbol Member, IObjectCreationOperation Creation)? OriginOf(IOperation value)
    {
        var origin = test.Locals.Follow(value);
        for (var steps = 0; steps < 8; steps++)
        {
            var (owner, member) = origin switch
            {
                IInvocationOperation { Instance: { } instance } call => (instance, (ISymbol)call.TargetMethod),
                IPropertyReferenceOperation { Instance: { } instance } read => (instance, read.Property),
                _ => (null, null),
            };
            if (owner is null) return null;
            if (MadeBy(owner) is { Type: INamedTypeSymbol type } creation && IsDouble(type))
                return (owner, member!, creation);
            if (origin is not IPropertyReferenceOperation { Property: var property } || !property.OnlyKeeps())
                return null;
            origin = test.Locals.Follow(owner);
        }

        return null;
    }

    /// <summary>A type of the tests that stands in for something, and says so or stands beside the test.</summary>
    private bool IsDouble(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty
        && (!type.AllInterfaces.IsEmpty || type.BaseType is { IsAbstract: true })
        && (StandIns.IsNamedSo(type.Name)
            || SymbolEqualityComparer.Default.Equals(type.ContainingType, test.Method.ContainingType));

    /// <summary>By its constructor, its initializer or a property.</summary>
    private bool HasBeenGiven(IObjectCreationOperation creation, IOperation owner) =>
        !creation.Arguments.IsEmpty
        || creation.Initializer is not null
        || (Values.VariableOf(owner.Bare()) is { } local
            && test.Locals.MentionsOf(local).Any(static mention =>
                mention.Outermost().Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation write }
                && write.Target.Syntax.Span.Contains(mention.Syntax.Span)));

    /// <summary>The test itself asks it, and nobody else has it.</summary>
    private bool IsInNoOtherHands(IOperation owner) =>
        owner.Bare() is IObjectCreationOperation
        || (owner.Bare() is ILocalReferenceOperation { Local: var local }
            && test.Locals.MentionsOf(local).All(static mention => mention.Outermost() is var value
                && value.Parent switch
                {
                    IInvocationOperation call => call.Instance == value,
                    IPropertyReferenceOperation => true,
                    _ => false,
                }));

    /// <summary>What the double answers: an expression, or one return.</summary>
    private IOperation? BodyBehind(ISymbol member, INamedTypeSymbol type)
    {
        var own = member.ContainingType.TypeKind == TypeKind.Interface
            ? type.FindImplementationForInterfaceMember(member)
            : SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? member : null;
        return own switch
        {
            IMethodSymbol method => ReturnValues.BodyOf(method, compilation),
            IPropertySymbol { GetMethod: { } getter } property =>
                property.OnlyKeeps() ? null : ReturnValues.BodyOf(getter, compilation),
            _ => null,
        };
    }

    /// <summary>One value, which is kept in the double as it was given.</summary>
    private static bool GivesBack(IOperation body, INamedTypeSymbol type) =>
        ReturnValues.In(body).ToList() is [var only]
        && !Bodies.Own(body).Any(static operation => operation is IAssignmentOperation or IThrowOperation)
        && only.Settled() switch
        {
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind:
                MethodKind.Constructor } } => true,
            IFieldReferenceOperation { Field: { IsStatic: false, ContainingType: var holder } } =>
                SymbolEqualityComparer.Default.Equals(holder, type),
            IPropertyReferenceOperation { Property: { IsStatic: false } property, Arguments.Length: 0 } =>
                SymbolEqualityComparer.Default.Equals(property.ContainingType, type) && property.OnlyKeeps(),
            _ => false,
        };
}
