using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>A member of the code, and the changes in it that no test noticed, the gravest first.</summary>
internal sealed class SurvivedMember
{
    private readonly SyntaxNode _declaration;
    private readonly MutatedFile _file;
    private readonly SourceText _code;

    private SurvivedMember(SyntaxNode declaration, IEnumerable<Survivor> survivors, MutatedFile file, SourceText code)
    {
        _declaration = declaration;
        _file = file;
        _code = code;
        Survivors = survivors.OrderByDescending(Gravity.IsHeavy)
            .ThenBy(static survivor => Gravity.RankOf(survivor.Mutant))
            .ThenBy(static survivor => survivor.Place.Start)
            .ToImmutableArray();
    }

    public ImmutableArray<Survivor> Survivors { get; }

    public Survivor Gravest => Survivors[0];

    public string Name => _declaration is CompilationUnitSyntax
        ? "the program"
        : $"'{DeclaredName.Of(_declaration).Text}'";

    /// <summary>The members of a file in which something was not noticed.</summary>
    public static IEnumerable<SurvivedMember> In(
        MutatedFile file, SourceText code, SemanticModel model, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        return file.Mutants.Where(static mutant => mutant.Verdict != Verdict.Noticed)
            .Select(mutant => Find(mutant, code, root))
            .OfType<Survivor>()
            .Where(survivor => !Gravity.IsIdle(survivor.Node, model, cancellation))
            .GroupBy(static survivor => DeclarationAround(survivor.Node))
            .Select(member => new SurvivedMember(member.Key, member, file, code));
    }

    /// <summary>
    /// Where a finding about a change is shown: the first line of what was changed, and the name of a member whose
    /// whole body it was.
    /// </summary>
    public TextSpan ShownAt(Survivor survivor) =>
        survivor.Node is BlockSyntax && survivor.Node.Parent == _declaration
            ? DeclaredName.Of(_declaration).Span
            : TextSpan.FromBounds(
                survivor.Place.Start,
                Math.Min(survivor.Place.End, _code.Lines.GetLineFromPosition(survivor.Place.Start).End));

    /// <summary>The class of tests that asks most of this member, or else of this file.</summary>
    public string? NearestTests(TestClasses classes)
    {
        var place = _code.Lines.GetLinePositionSpan(_declaration.Span);
        var here = _file.Mutants.Where(mutant => place.Start <= mutant.Place.Start && mutant.Place.End <= place.End);
        return NearestTests(classes, here) ?? NearestTests(classes, _file.Mutants);
    }

    private static string? NearestTests(TestClasses classes, IEnumerable<Mutant> mutants) =>
        classes.NearestTo(mutants.SelectMany(static mutant => mutant.KilledBy))
        ?? classes.NearestTo(mutants.SelectMany(static mutant => mutant.CoveredBy));

    /// <summary>Null where the place of a report is none in this code, or one that is not compiled.</summary>
    private static Survivor? Find(Mutant mutant, SourceText code, SyntaxNode root)
    {
        if (PositionOf(mutant.Place.Start, code) is not { } start
            || PositionOf(mutant.Place.End, code) is not { } end
            || start >= end
            || root.FindToken(start).SpanStart > start)
            return null;
        var place = TextSpan.FromBounds(start, end);
        return new Survivor(mutant, root.FindNode(place, getInnermostNodeForTie: true), place);
    }

    private static int? PositionOf(LinePosition place, SourceText code) =>
        place.Line < code.Lines.Count
        && code.Lines[place.Line] is var line
        && place.Character <= line.Span.Length
            ? line.Start + place.Character
            : null;

    private static SyntaxNode DeclarationAround(SyntaxNode node) =>
        node.AncestorsAndSelf().First(static outer => outer is CompilationUnitSyntax
            || outer is MemberDeclarationSyntax and not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax));
}
