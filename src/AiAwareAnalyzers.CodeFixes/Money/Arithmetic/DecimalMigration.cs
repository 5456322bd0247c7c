using AiAwareAnalyzers.Money.Amounts;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>
/// Moves declarations of money to decimal and mends what no longer fits, until the compiler has nothing left to say.
/// </summary>
internal sealed class DecimalMigration
{
    /// <summary>
    /// Each round carries the move one border further; code that needs more of them is not certain to be understood.
    /// </summary>
    private const int Rounds = 24;

    private readonly CancellationToken _cancellation;
    private readonly Solution _original;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<DocumentId> _suspects = [];
    private readonly SortedSet<string> _visible = new(StringComparer.Ordinal);
    private ImmutableHashSet<ProjectId> _projects = ImmutableHashSet<ProjectId>.Empty;
    private Solution _solution;

    private DecimalMigration(Solution solution, CancellationToken cancellation) =>
        (_original, _solution, _cancellation) = (solution, solution, cancellation);

    /// <summary>The solution after the move.</summary>
    public Solution Solution => _solution;

    /// <summary>The public members and the mapped columns that change, for the title.</summary>
    public IReadOnlyCollection<string> Visible => _visible;

    /// <summary>
    /// Moves what is declared at these places, and all that has to follow; null where the result would not be certain.
    /// </summary>
    public static async Task<DecimalMigration?> OfAsync(
        Solution solution, IEnumerable<Location> places, CancellationToken cancellation)
    {
        var move = new DecimalMigration(solution, cancellation);
        var declarations = await move.DeclaredAtAsync(places).ConfigureAwait(false);
        return declarations.Count > 0
            && await move.MoveAsync(declarations).ConfigureAwait(false)
            && await move.SettleAsync().ConfigureAwait(false) ? move : null;
    }

    private async Task<List<ISymbol>> DeclaredAtAsync(IEnumerable<Location> places)
    {
        var declared = new List<ISymbol>();
        foreach (var place in places)
            if (_solution.GetDocument(place.SourceTree) is { } document
                && await document.GetSyntaxRootAsync(_cancellation).ConfigureAwait(false) is { } root
                && await document.GetSemanticModelAsync(_cancellation).ConfigureAwait(false) is { } model
                && DeclaredMoney.At(root.FindToken(place.SourceSpan.Start), model) is { } symbol)
                declared.Add(symbol);
        return declared;
    }

    /// <summary>Rewrites the declarations and their hierarchies.</summary>
    private async Task<bool> MoveAsync(IEnumerable<ISymbol> symbols)
    {
        var edits = new Dictionary<DocumentId, Dictionary<SyntaxNode, SyntaxNode>>();
        foreach (var symbol in await WithHierarchyAsync(symbols).ConfigureAwait(false))
        {
            if (symbol.DeclaringSyntaxReferences.IsEmpty) return false;
            Remember(symbol);
            foreach (var reference in symbol.DeclaringSyntaxReferences)
                if (!await AddEditAsync(reference, edits).ConfigureAwait(false))
                    return false;
        }

        await ApplyAsync(edits).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> AddEditAsync(
        SyntaxReference reference, Dictionary<DocumentId, Dictionary<SyntaxNode, SyntaxNode>> edits)
    {
        if (_solution.GetDocument(reference.SyntaxTree) is not { } document) return false;
        if (await document.GetSemanticModelAsync(_cancellation).ConfigureAwait(false) is not { } model) return false;

        var declaration = await reference.GetSyntaxAsync(_cancellation).ConfigureAwait(false);
        if (DeclaredMoney.InDecimal(declaration, model) is not { } edit) return false;
        EditsOf(document.Id, edits)[edit.Old] = edit.New;
        _suspects.Add(document.Id);
        _projects = _projects.Union(
            _solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(document.Project.Id))
            .Add(document.Project.Id);
        return true;
    }

    /// <summary>
    /// Members that override or implement each other have one type; so have a parameter and its namesakes there.
    /// </summary>
    private async Task<HashSet<ISymbol>> WithHierarchyAsync(IEnumerable<ISymbol> symbols)
    {
        var known = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>(symbols);
        while (open.Count > 0)
        {
            var symbol = open.Pop();
            if (!known.Add(symbol)) continue;
            foreach (var relative in await RelativesAsync(symbol).ConfigureAwait(false)) open.Push(relative);
        }

        return known;
    }

    private async Task<IEnumerable<ISymbol>> RelativesAsync(ISymbol symbol)
    {
        if (symbol
            is IParameterSymbol
                { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor
                    and not MethodKind.AnonymousFunction
                    and not MethodKind.LocalFunction } or IPropertySymbol } parameter)
            return (await RelativesAsync(parameter.ContainingSymbol).ConfigureAwait(false))
                .Select(relative => ParametersOf(relative).ElementAtOrDefault(parameter.Ordinal))
                .OfType<ISymbol>();
        if (symbol
            is not (IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
                or IPropertySymbol))
            return [];

        var overrides = await SymbolFinder.FindOverridesAsync(
            symbol, _solution, cancellationToken: _cancellation).ConfigureAwait(false);
        var implementations = await SymbolFinder.FindImplementationsAsync(
            symbol, _solution, cancellationToken: _cancellation).ConfigureAwait(false);
        var parts = symbol is IMethodSymbol method
            ? new ISymbol?[] { method.PartialDefinitionPart, method.PartialImplementationPart }.OfType<ISymbol>()
            : [];
        return overrides.Concat(implementations).Concat(Declarations.RootsOf(symbol)).Concat(parts);
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty
        };

    /// <summary>
    /// Mends round after round; the result is certain when every project that could notice compiles, and behaves.
    /// </summary>
    private async Task<bool> SettleAsync()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await SuspectNamesakesAsync().ConfigureAwait(false);
            if (await MendAsync().ConfigureAwait(false) is not { } mended) return false;
            if (mended) continue;
            if (await FindStrangersAsync().ConfigureAwait(false)) continue;
            return await BehavesAsync().ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>
    /// One round over the documents that mention what has moved. Null: something is broken that nobody knows how to
    /// mend.
    /// </summary>
    private async Task<bool?> MendAsync()
    {
        var edits = new Dictionary<DocumentId, Dictionary<SyntaxNode, SyntaxNode>>();
        var followers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var broken = false;
        foreach (var id in _suspects)
        {
            var document = _solution.GetDocument(id)!;
            if (await document.GetSemanticModelAsync(_cancellation).ConfigureAwait(false) is not { } model) return null;

            var root = await model.SyntaxTree.GetRootAsync(_cancellation).ConfigureAwait(false);
            var misfits = new TypeMismatches(
                model, MoneyFacts.In(model.SyntaxTree, document.Project.AnalyzerOptions, model.Compilation));
            foreach (var error in CompilerErrors.In(model, _cancellation))
                broken |= !misfits.Mend(root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true));
            foreach (var node in root.DescendantNodes()) misfits.MendSilent(node);

            if (misfits.Edits.Count > 0) edits.Add(id, misfits.Edits);
            followers.UnionWith(misfits.Followers);
        }

        // A declaration that follows changes what the other edits were made for: it goes first, and the next round
        // looks again.
        if (followers.Count > 0) return await MoveAsync(followers).ConfigureAwait(false) ? true : null;
        await ApplyAsync(edits).ConfigureAwait(false);
        return edits.Count > 0 ? true : broken ? null : false;
    }

    /// <summary>
    /// The compiler will read the text, so the text is what counts from here on. Of nested edits the inner go first;
    /// the outer find another round.
    /// </summary>
    private async Task ApplyAsync(Dictionary<DocumentId, Dictionary<SyntaxNode, SyntaxNode>> edits)
    {
        foreach (var edited in edits)
        {
            var document = _solution.GetDocument(edited.Key)!;
            var root = (await document.GetSyntaxRootAsync(_cancellation).ConfigureAwait(false))!;
            var text = await document.GetTextAsync(_cancellation).ConfigureAwait(false);
            var inner = edited.Value.Keys.Where(node =>
                !edited.Value.Keys.Any(other => other != node && node.Span.Contains(other.Span)));
            var changed = root.ReplaceNodes(inner, (node, _) => edited.Value[node]);
            _solution = _solution.WithDocumentText(
                edited.Key, SourceText.From(changed.ToFullString(), text.Encoding, text.ChecksumAlgorithm));
        }
    }

    /// <summary>Every document that has the name of something that moved may refer to it.</summary>
    private async Task SuspectNamesakesAsync()
    {
        foreach (var document in _projects.SelectMany(project => _solution.GetProject(project)!.Documents)
            .Where(document => !_suspects.Contains(document.Id)))
        {
            var text = (await document.GetTextAsync(_cancellation).ConfigureAwait(false)).ToString();
            if (_names.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0)) _suspects.Add(document.Id);
        }
    }

    /// <summary>
    /// The last word is the compiler's, about everything: a document that complains without naming what has moved
    /// becomes a suspect.
    /// </summary>
    private async Task<bool> FindStrangersAsync()
    {
        var found = false;
        foreach (var project in _projects)
        {
            var compilation =
                (await _solution.GetProject(project)!.GetCompilationAsync(_cancellation).ConfigureAwait(false))!;
            foreach (var error in CompilerErrors.In(compilation, _cancellation))
                found |= _solution.GetDocument(error.Location.SourceTree) is { } document
                    ? _suspects.Add(document.Id) || true
                    : true;
        }

        return found;
    }

    private async Task<bool> BehavesAsync()
    {
        foreach (var id in _suspects)
            if (await HazardsAsync(_solution, id).ConfigureAwait(false)
                > await HazardsAsync(_original, id).ConfigureAwait(false))
                return false;
        return true;
    }

    private async Task<int> HazardsAsync(Solution solution, DocumentId id) =>
        await solution.GetDocument(id)!.GetSemanticModelAsync(_cancellation).ConfigureAwait(false) is { } model
            ? DecimalHazards.CountIn(model, _cancellation)
            : 0;

    private void Remember(ISymbol symbol)
    {
        var name = symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
            ? symbol.ContainingType.Name
            : symbol.Name;
        _names.Add(symbol is IParameterSymbol
            ? symbol.ContainingSymbol.Name is ".ctor" ? symbol.ContainingType.Name : symbol.ContainingSymbol.Name
            : name);
        _names.Add(name);
        if (VisibleMembers.Describe(symbol) is { } description) _visible.Add(description);
    }

    private static Dictionary<SyntaxNode, SyntaxNode> EditsOf(
        DocumentId id, Dictionary<DocumentId, Dictionary<SyntaxNode, SyntaxNode>> edits)
    {
        if (!edits.TryGetValue(id, out var known)) edits.Add(id, known = []);
        return known;
    }
}
