using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>Reads a sentence word by word, and stops at the first that cannot stand where it does.</summary>
internal sealed class SentenceReader(LedgerLine line)
{
    private static readonly Regex Name = new(
        @"^(\*|[\p{L}_*][\p{L}\p{Nd}_*]*)(\.[\p{L}_*][\p{L}\p{Nd}_*]*)*$", RegexOptions.CultureInvariant);

    private int _next;

    /// <summary>The word that cannot stand where it does, if there is one.</summary>
    public MalformedLine? Complaint { get; private set; }

    /// <summary>Null where the line is no sentence.</summary>
    public Invariant? Read()
    {
        var subject = ReadSubject();
        if (ReadName() is not { } scope || ReadDemand(subject) is not { } demand) return null;

        var names = demand == InvariantDemand.NotWriteStaticState
            ? ImmutableArray<string>.Empty
            : ReadNames();
        if (_next < line.Words.Length) Complain("nothing more");
        return Complaint is null ? new Invariant(subject, scope, demand, names) { Place = line.Span } : null;
    }

    private InvariantSubject ReadSubject() =>
        Skips("types", "named") ? InvariantSubject.TypesNamed
        : Skips("public", "methods", "of") ? InvariantSubject.PublicMethodsOf
        : InvariantSubject.Scope;

    private InvariantDemand? ReadDemand(InvariantSubject subject)
    {
        if (subject == InvariantSubject.PublicMethodsOf)
            return Expects("must") && Expects("take") ? InvariantDemand.Take : null;
        if (!Expects("may")) return null;
        if (Skips("only")) return Expects("be", "called", "by") ? InvariantDemand.OnlyCalledBy : null;
        if (!ExpectsEither("not", "only")) return null;
        if (Skips("use")) return InvariantDemand.NotUse;
        return ExpectsEither("write", "use") && Expects("static", "state")
            ? InvariantDemand.NotWriteStaticState
            : null;
    }

    private ImmutableArray<string> ReadNames()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        do
            if (ReadName() is { } name) names.Add(name);
        while (Complaint is null && Skips("or"));
        return names.ToImmutable();
    }

    private string? ReadName()
    {
        if (Complaint is not null) return null;
        if (_next < line.Words.Length && Name.IsMatch(line.Words[_next].Text)) return line.Words[_next++].Text;
        Complain("a name");
        return null;
    }

    /// <summary>Goes past words that may stand here; where the first of them does, the others must follow.</summary>
    private bool Skips(params string[] words)
    {
        if (Complaint is not null || _next >= line.Words.Length || line.Words[_next].Text != words[0]) return false;
        Expects(words);
        return true;
    }

    private bool Expects(params string[] words)
    {
        foreach (var word in words)
            if (!Finds(word, $"'{word}'")) return false;
        return true;
    }

    /// <summary>The first of two words, where the other has been asked for before.</summary>
    private bool ExpectsEither(string word, string other) => Finds(word, $"'{word}' or '{other}'");

    private bool Finds(string word, string expected)
    {
        if (Complaint is not null) return false;
        if (_next < line.Words.Length && line.Words[_next].Text == word)
        {
            _next++;
            return true;
        }

        Complain(expected);
        return false;
    }

    private void Complain(string expected) =>
        Complaint ??= _next < line.Words.Length
            ? new(line.Words[_next].Span, $"'{line.Words[_next].Text}' stands where {expected} is expected")
            : new(line.Words[line.Words.Length - 1].Span, $"it ends where {expected} is expected");
}
