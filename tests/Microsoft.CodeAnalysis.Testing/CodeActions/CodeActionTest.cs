using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test in which one of the offered code actions is chosen and applied.</summary>
public abstract class CodeActionTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Which of the offered actions is taken; by default the first.</summary>
    public int? CodeActionIndex { get; set; }

    /// <summary>The key of the action that is taken.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Looks at the action that is taken.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    public abstract Type SyntaxKindType { get; }

    protected virtual ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions) => actions;

    /// <summary>The action that the test asks for; null if it is not offered.</summary>
    private protected CodeAction? TrySelectCodeAction(ImmutableArray<CodeAction> offered, IVerifier verifier)
    {
        var action = Select(FilterCodeActions(offered), verifier);
        if (action is not null)
            CodeActionVerifier?.Invoke(action, verifier);

        return action;
    }

    private CodeAction? Select(ImmutableArray<CodeAction> actions, IVerifier verifier)
    {
        if (CodeActionEquivalenceKey is null)
            return actions.ElementAtOrDefault(CodeActionIndex ?? 0);

        var selected = actions.FirstOrDefault(action => action.EquivalenceKey == CodeActionEquivalenceKey);
        if (selected is not null && CodeActionIndex is { } index)
            verifier.Equal(index, actions.IndexOf(selected), $"The action '{CodeActionEquivalenceKey}' is not the one at {index}.");

        return selected;
    }
}
