using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>
/// Questions that can only be answered by no: what a type of this project has is written in this project, and a name
/// that is misspelled exists in no version of a library.
/// </summary>
internal static class DeadQuestions
{
    public static bool IsOne(RunTimeLookup question, Compilation compilation) =>
        !TestCode.Of(compilation).IsTestProject
        && (IsOfOwnType(question, compilation) || IsOfOwnSpace(question, compilation) || IsSlip(question, compilation))
        && !IsExplained(question.Call.Syntax)
        && !IsCompiledSometimes(question.Call.Syntax);

    /// <summary>The name that is asked for is only another spelling of one that is there.</summary>
    private static bool IsSlip(RunTimeLookup question, Compilation compilation) =>
        question is { Place: { } place, Miss.Suggestions: [var nearest, ..] }
        && KnownValues.TextOf(place, compilation) is { } text
        && SameMeaning.Of(compilation).Of(LastPart(text), LastPart(nearest.Text)) != Evidence.None;

    /// <summary>A type whose members are all in sight, and the same wherever it is compiled.</summary>
    private static bool IsOfOwnType(RunTimeLookup question, Compilation compilation) =>
        question.Within is { } type && type.SelfAndBases()
            .OfType<INamedTypeSymbol>()
            .All(each => IsRoot(each) || (IsWritten(each) && RunTimeLookup.IsOwnType(each, compilation)));

    private static bool IsWritten(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty
        && type.DeclaringSyntaxReferences.All(reference => !HoldsCondition(reference.GetSyntax()));

    private static bool IsRoot(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum
            or SpecialType.System_MulticastDelegate or SpecialType.System_Delegate;

    /// <summary>
    /// A type that would stand in a namespace of this project: <c>Type.GetType</c> without an assembly looks no
    /// further.
    /// </summary>
    private static bool IsOfOwnSpace(RunTimeLookup question, Compilation compilation)
    {
        if (question is not { Within: null, Place: { } place, Call.TargetMethod.Name: "GetType" }
            || KnownValues.TextOf(place, compilation) is not { } text)
            return false;
        var parts = text.Split(',');
        return (parts.Length == 1 || parts[1].Trim() == compilation.AssemblyName)
            && HasOwnTypes(SpaceOf(parts[0].Trim()), compilation);
    }

    private static bool HasOwnTypes(string space, Compilation compilation)
    {
        INamespaceSymbol? found = compilation.Assembly.GlobalNamespace;
        foreach (var name in space.Split('.'))
            found = found?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == name);
        return found?.GetTypeMembers().IsEmpty == false;
    }

    private static string SpaceOf(string name) =>
        name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : "";

    private static string LastPart(string name)
    {
        var plain = name.Split(',')[0].Trim();
        return plain.Substring(plain.LastIndexOfAny(['.', '+']) + 1);
    }

    /// <summary>
    /// A comment beside the question, or another one about a version or a platform, says why it is asked.
    /// </summary>
    private static bool IsExplained(SyntaxNode call)
    {
        var place = call.AncestorsAndSelf().First(node =>
            node is StatementSyntax or MemberDeclarationSyntax or CompilationUnitSyntax);
        return place.DescendantTrivia().Any(IsComment)
            || place.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(IsComment)
            || place.DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Any(name => IsAboutVersion(name.Identifier.ValueText));
    }

    private static bool IsAboutVersion(string name) =>
        name is "OperatingSystem" or "RuntimeInformation" or "RuntimeFeature" or "AppContext" or "OSVersion"
        || name.EndsWith("Version", StringComparison.Ordinal);

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool HoldsCondition(SyntaxNode node) =>
        node.ContainsDirectives && node.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia));

    /// <summary>What stands between <c>#if</c> and <c>#endif</c> is written for one target.</summary>
    private static bool IsCompiledSometimes(SyntaxNode call)
    {
        var root = call.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives) return false;
        var depth = 0;
        foreach (var trivia in root.DescendantTrivia().TakeWhile(each => each.SpanStart < call.SpanStart))
            if (trivia.IsKind(SyntaxKind.IfDirectiveTrivia)) depth++;
            else if (trivia.IsKind(SyntaxKind.EndIfDirectiveTrivia)) depth--;
        return depth > 0;
    }
}
