using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>What a test reads from an object is what it has put there itself.</summary>
/// <remarks>
/// The property only keeps its value, and nobody else has had the object in between; where that is not certain, nothing
/// is known.
/// </remarks>
internal sealed class Echoes(IOperation body, Locals locals)
{
    /// <summary>The value that the test gave the property; null where another one may be in it.</summary>
    public IOperation? Behind(IPropertyReferenceOperation read, Trail trail)
    {
        if (trail.IsOver
            || read is not { Arguments.IsEmpty: true, Instance: { } owner }
            || Made(owner, trail.Deeper()) is not { } made
            || !read.Property.OnlyKeeps()
            || !IsInNoOtherHands(owner))
            return null;

        return LaterWrite(read) ?? InitialWrite(made, read.Property);
    }

    /// <summary>What a value is, through locals and through properties that the test has filled.</summary>
    public IOperation Origin(IOperation value, Trail trail)
    {
        var origin = locals.Follow(value);
        return origin is IPropertyReferenceOperation read && Behind(read, trail) is { } written
            ? locals.Follow(written)
            : origin;
    }

    private IOperation? Made(IOperation owner, Trail trail) =>
        Origin(owner, trail) is var made && made is IObjectCreationOperation or IWithOperation ? made : null;

    /// <summary>In the initializer, or as the parameter of a record that the property is named after.</summary>
    private static IOperation? InitialWrite(IOperation made, IPropertySymbol property)
    {
        var initializer = made is IWithOperation copy ? copy.Initializer : ((IObjectCreationOperation)made).Initializer;
        return initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .LastOrDefault(write => IsOf(write.Target, property))?.Value
            ?? (made as IObjectCreationOperation)?.Arguments
                .FirstOrDefault(argument => argument.Parameter?.Name == property.Name
                    && IsPositional(property, argument.Parameter))?.Value;
    }

    /// <summary>Only a record has a parameter and a property of one name without any code between them.</summary>
    private static bool IsPositional(IPropertySymbol property, IParameterSymbol parameter) =>
        property.ContainingType is { IsRecord: true } record
        && record.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method =>
            method.Parameters.Any(part => part.Name == parameter.Name))
        && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);

    /// <summary>The last assignment before it, where all of them are statements of the test.</summary>
    private IOperation? LaterWrite(IPropertyReferenceOperation read) => body.ChildOperations
        .TakeWhile(statement => statement.Syntax.SpanStart < read.Syntax.SpanStart)
        .OfType<IExpressionStatementOperation>()
        .Select(static statement => statement.Operation)
        .OfType<ISimpleAssignmentOperation>()
        .LastOrDefault(write => IsOf(write.Target, read.Property)
            && SameValue.AreWrittenAlike(((IPropertyReferenceOperation)write.Target).Instance!, read.Instance!))
        ?.Value;

    private static bool IsOf(IOperation target, IPropertySymbol property) =>
        target is IPropertyReferenceOperation { Instance: not null } written
        && SymbolEqualityComparer.Default.Equals(written.Property, property);

    /// <summary>The local at the root is only read, written as a statement, and asserted.</summary>
    private bool IsInNoOtherHands(IOperation owner)
    {
        var root = owner.Bare();
        while (root is IPropertyReferenceOperation { Instance: { } holder }) root = holder.Bare();
        return root switch
        {
            ILocalReferenceOperation local => locals.MentionsOf(local.Local).All(IsHarmless),
            IObjectCreationOperation => true,
            _ => false,
        };
    }

    private bool IsHarmless(IOperation mention)
    {
        if (!RunsInTurn(mention)) return false;
        var value = mention.Outermost();
        while (value.Parent is IPropertyReferenceOperation read && read.Instance == value) value = read.Outermost();
        return value.Parent switch
        {
            ISimpleAssignmentOperation write when write.Target == value =>
                value is IPropertyReferenceOperation && write.Parent?.Parent == body,
            ISimpleAssignmentOperation write => value == mention && write.Target is IPropertyReferenceOperation,
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation => false,
            IArgumentOperation { Parent: IInvocationOperation call } => IsOfAssertion(call) || IsPlain(value.Type),
            IInvocationOperation call => IsOfAssertion(call) || PlainCode.Has(call.TargetMethod.ContainingType),
            IWithOperation copy => copy.Operand == value,
            _ => value is IPropertyReferenceOperation && IsPlain(value.Type),
        };
    }

    private static bool IsOfAssertion(IInvocationOperation call) =>
        Libraries.IsOfAssertions(call.TargetMethod.ContainingType);

    /// <summary>Whoever is given such a value cannot change what it was read from.</summary>
    private static bool IsPlain(ITypeSymbol? type) =>
        type is { IsValueType: true } or { SpecialType: SpecialType.System_String };

    /// <summary>In the test itself, or in a lambda that an assertion calls at once.</summary>
    private static bool RunsInTurn(IOperation mention) =>
        Bodies.FunctionAround(mention) is not { } function
        || (Lambdas.TakerOf(function) is IInvocationOperation call && IsOfAssertion(call));
}
