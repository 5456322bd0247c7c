using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>A name that the compiler could not bind although its receiver binds.</summary>
/// <param name="Name">Where it stands.</param>
/// <param name="Receiver">What it was asked of.</param>
/// <param name="Candidates">What the compiler considered and refused; empty where nothing has the name.</param>
/// <param name="Reason">Why it refused.</param>
internal sealed record Unbound(
    SimpleNameSyntax Name, Receiver Receiver, ImmutableArray<ISymbol> Candidates, CandidateReason Reason)
{
    public string Text => Name.Identifier.ValueText;

    /// <summary>As the name is shown to a reader: <c>Cast&lt;,&gt;</c>.</summary>
    public string Shown =>
        Name is GenericNameSyntax generic
            ? $"{Text}<{new string(',', generic.TypeArgumentList.Arguments.Count - 1)}>"
            : Text;

    /// <summary>Nothing that can stand here has this name.</summary>
    public bool IsMissing =>
        Reason is CandidateReason.None or CandidateReason.StaticInstanceMismatch or CandidateReason.NotInvocable
        || IsOfTheOtherKind
        || IsReadMethod;

    /// <summary>The name is right, its arguments are not.</summary>
    public bool IsMisused =>
        !IsMissing && Reason is CandidateReason.OverloadResolutionFailure or CandidateReason.WrongArity;

    /// <summary>Only static members have the name where an instance is asked, or the other way round.</summary>
    private bool IsOfTheOtherKind =>
        Candidates.Length > 0 && Candidates.All(candidate => IsStatic(candidate) != Receiver.IsStatic);

    /// <summary>A method that is read as if it were a property.</summary>
    private bool IsReadMethod =>
        Reason == CandidateReason.OverloadResolutionFailure
        && !IsCallee(Name)
        && Candidates.All(candidate => candidate is IMethodSymbol);

    private static bool IsStatic(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.ReducedExtension } ? false : member.IsStatic;

    private static bool IsCallee(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax
        || (name.Parent is { Parent: InvocationExpressionSyntax call } access && call.Expression == access);

    /// <summary>
    /// The unbound name that an erroneous operation is about; the innermost operation speaks for each name.
    /// </summary>
    public static Unbound? In(IOperation operation, CancellationToken cancellation)
    {
        if (NameOf(operation.Syntax) is not { Parent: not NameEqualsSyntax } name
            || operation.SemanticModel is not { } model
            || RepeatsParent(operation))
            return null;
        return At(name, model, cancellation) is { } unbound
            && (operation.Kind != OperationKind.None || unbound.IsUnheardOf)
            ? unbound
            : null;
    }

    /// <summary>Nothing at all has the name: only that makes an error of what the compiler does not call one.</summary>
    private bool IsUnheardOf => Candidates.IsEmpty && Reason == CandidateReason.None;

    /// <summary>A name that is unbound where it stands.</summary>
    /// <remarks>
    /// A group of methods has no symbol and is no error: <c>nameof(Order.Ship)</c>. Neither is the word
    /// <c>nameof</c> itself.
    /// </remarks>
    public static Unbound? At(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        if (name.Identifier is { IsMissing: true } or { ValueText.Length: 0 }) return null;
        var binding = model.GetSymbolInfo(name, cancellation);
        if (binding.Symbol is not null || IsContent(binding.CandidateReason, name)) return null;
        return Receiver.Of(name, model, cancellation) is { } receiver
            ? new Unbound(name, receiver, binding.CandidateSymbols, binding.CandidateReason)
            : null;
    }

    /// <summary>Whether the compiler is content with a name that it gives no symbol.</summary>
    private static bool IsContent(CandidateReason reason, SimpleNameSyntax name) =>
        reason is CandidateReason.MemberGroup or CandidateReason.LateBound
        || name is { Identifier.Text: "nameof", Parent: InvocationExpressionSyntax };

    /// <summary>The framework that has what is asked for, where it is newer than the target.</summary>
    public string? Since(Compilation compilation)
    {
        var target = TargetFramework.Of(compilation);
        var history = ApiHistory.Of(compilation);
        var since = TypeNames.SelfAndAncestors(Receiver.Type).OfType<INamedTypeSymbol>()
            .Select(type => history.SinceOfMember(TypeNames.FullMetadataName(type.OriginalDefinition), Text))
            .FirstOrDefault(framework => framework is not null);
        if (since is null && !Receiver.IsStatic)
            since = history.SinceOfExtension(Text, TypeNames.MetadataOf(Receiver.Type))?.Since;
        return since is not null && target.IsOlderThan(since) ? since : null;
    }

    /// <summary>One piece of code may stand for two operations.</summary>
    private static bool RepeatsParent(IOperation operation) =>
        operation.Parent is { Kind: OperationKind.Invalid or OperationKind.None } parent
        && parent.Syntax == operation.Syntax;

    private static SimpleNameSyntax? NameOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression, isCallee: true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: QualifiedNameSyntax test } => test.Right,
        ExpressionSyntax expression => NameOf(expression, isCallee: false),
        SubpatternSyntax { NameColon.Name: { } name } => name,
        _ => null,
    };

    private static SimpleNameSyntax? NameOf(ExpressionSyntax expression, bool isCallee)
    {
        if (!isCallee && expression.Parent is InvocationExpressionSyntax call && call.Expression == expression)
            return null;
        return expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax name => name,
            _ => null,
        };
    }
}
