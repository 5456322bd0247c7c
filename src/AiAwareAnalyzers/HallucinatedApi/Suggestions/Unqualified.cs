using AiAwareAnalyzers.HallucinatedApi.Missing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// A name that stands alone and binds to nothing: a member, a local, or, where it begins with a capital, a type.
/// </summary>
internal static class Unqualified
{
    private const int Shortest = 3;
    private const double LikelyMember = 0.7;

    /// <summary>What is in scope takes time by the square of the types around: nobody nests so many.</summary>
    private const int DeepestNesting = 30;

    /// <summary>
    /// What may have been meant in scope. An unknown name proves less than an unknown member of a known type, so only
    /// what is really similar counts.
    /// </summary>
    public static ImmutableArray<Suggestion> MembersFor(
        Unbound unbound, SemanticModel model, CancellationToken cancellation)
    {
        if (unbound.Text.Length < Shortest
            || IsBuried(unbound.Name)
            || !NamesInScope.Of(model.Compilation).MayHave(unbound, model, LikelyMember))
            return ImmutableArray<Suggestion>.Empty;
        var members = MemberSuggestions.For(new NameUse(unbound.Name, model, cancellation), unbound.Receiver)
            .Where(suggestion => suggestion.Score >= LikelyMember)
            .ToImmutableArray();
        return members.IsEmpty || IsRatherType(unbound.Name, members[0].Score, model, cancellation)
            ? ImmutableArray<Suggestion>.Empty
            : members;
    }

    /// <summary>Whether a name that would be a type where it stands is rather that of a member.</summary>
    public static bool IsMember(UnboundType unbound, SemanticModel model, CancellationToken cancellation) =>
        unbound.Within is null && UnboundType.IsQualifier(unbound.Name)
        && Unbound.At(unbound.Name, model, cancellation) is { } member
        && !MembersFor(member, model, cancellation).IsEmpty;

    private static bool IsBuried(SimpleNameSyntax name) =>
        name.Ancestors().OfType<TypeDeclarationSyntax>().Skip(DeepestNesting).Any();

    private static bool IsRatherType(
        SimpleNameSyntax name, double score, SemanticModel model, CancellationToken cancellation) =>
        UnboundType.IsQualifier(name)
        && UnboundType.At(name, model, cancellation) is { } type
        && TypeSuggestions.For(type, model).FirstOrDefault() is { } best && best.Score > score;
}
