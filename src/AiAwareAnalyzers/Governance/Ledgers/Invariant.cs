using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>Whom a sentence is about.</summary>
internal enum InvariantSubject
{
    /// <summary>A namespace or a type, with all that is in it.</summary>
    Scope,

    /// <summary>The types whose name has a form, wherever they stand.</summary>
    TypesNamed,

    /// <summary>The public methods of a namespace or a type.</summary>
    PublicMethodsOf,
}

/// <summary>What a sentence asks for.</summary>
internal enum InvariantDemand
{
    NotUse,
    OnlyCalledBy,
    Take,
    NotWriteStaticState,
}

/// <summary>One sentence: <c>Shop.Domain may not use Microsoft.EntityFrameworkCore</c>.</summary>
/// <param name="Subject">The kind of what it is about.</param>
/// <param name="Scope">The name of what it is about, perhaps with stars.</param>
/// <param name="Demand">What may not be, or must.</param>
/// <param name="Names">What the demand names; any of them.</param>
internal sealed record Invariant(
    InvariantSubject Subject, string Scope, InvariantDemand Demand, ImmutableArray<string> Names)
{
    /// <summary>Where the sentence stands, if it was read.</summary>
    public TextSpan Place { get; init; }

    public override string ToString() => $"{SubjectText} {DemandText}{string.Join(" or ", Names)}";

    private string SubjectText =>
        Subject switch
        {
            InvariantSubject.TypesNamed => "types named " + Scope,
            InvariantSubject.PublicMethodsOf => "public methods of " + Scope,
            _ => Scope,
        };

    private string DemandText =>
        Demand switch
        {
            InvariantDemand.NotUse => "may not use ",
            InvariantDemand.OnlyCalledBy => "may only be called by ",
            InvariantDemand.Take => "must take ",
            _ => "may not write static state",
        };
}
