using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Where options, and the fields that are given them, are named in this project: bound once.</summary>
internal sealed class OptionMentions
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SimpleNameSyntax>> _known =
        new(SymbolEqualityComparer.Default);

    private readonly Compilation _compilation;

    private OptionMentions(Compilation compilation) => _compilation = compilation;

    public static OptionMentions Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new OptionMentions(c));

    public ImmutableArray<SimpleNameSyntax> Of(ISymbol member) =>
        _known.GetOrAdd(member, named => Mentions.Of([named], _compilation).ToImmutableArray());
}
