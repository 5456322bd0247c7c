using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>
/// Calls by the name of what they call, in the files that set an application up: found by looking at text and syntax,
/// nothing is bound.
/// </summary>
internal sealed class Calls
{
    /// <summary>A file without any of these maps no endpoint and configures no authorization.</summary>
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create(
        ".Map", "Auth", "AddIdentity", "AddDefaultIdentity", "AddMicrosoftIdentity", "AddOpenIddict", "HasQueryFilter");

    private readonly ILookup<string, InvocationExpressionSyntax> _calls;
    private readonly ILookup<string, AssignmentExpressionSyntax> _assignments;

    private Calls(Compilation compilation)
    {
        var nodes = compilation.SyntaxTrees.Where(tree => Calls.AreMentioned(tree, Words))
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .ToList();
        _calls = nodes.OfType<InvocationExpressionSyntax>().ToLookup(NameOf, StringComparer.Ordinal);
        _assignments = nodes.OfType<AssignmentExpressionSyntax>()
            .ToLookup(assignment => NameOf(assignment.Left), StringComparer.Ordinal);
    }

    public static Calls Of(Compilation compilation) => Facts.Of(compilation, static c => new Calls(c));

    public IEnumerable<InvocationExpressionSyntax> To(string name) => _calls[name];

    public IEnumerable<InvocationExpressionSyntax> To(IEnumerable<string> names) => names.SelectMany(To);

    /// <summary>Values given to a property of this name.</summary>
    public IEnumerable<ExpressionSyntax> ValuesOf(string property) =>
        _assignments[property].Select(assignment => assignment.Right);

    /// <summary>The name that a call is made by; empty where it is none.</summary>
    public static string NameOf(InvocationExpressionSyntax call) => NameOf(call.Expression);

    public static string NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>Whether the text of a file has one of these words in it: looking at text makes no nodes.</summary>
    public static bool AreMentioned(SyntaxTree file, ImmutableArray<string> words)
    {
        var text = file.GetText().ToString();
        foreach (var word in words)
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    /// <summary>Whether the text of a file has something in it: the cheapest look there is.</summary>
    public static bool AreMentioned(SyntaxTree file, string text) =>
        file.GetText().ToString().IndexOf(text, StringComparison.Ordinal) >= 0;
}
