using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>A path of navigations with dots between them, as <c>Include</c> takes it.</summary>
internal static class IncludePath
{
    /// <summary>The first step that leads nowhere. A step may be one of a derived entity.</summary>
    public static IEnumerable<MissingName> In(
        ExpressionSyntax text, string path, ITypeSymbol entity, Compilation compilation)
    {
        var start = 0;
        var here = entity;
        foreach (var step in path.Split('.'))
        {
            if (step.Length == 0
                || here.TypeKind != TypeKind.Class
                || !Nameable.IsKnown(here)
                || Nameable.MayBeHidden(here, step))
                yield break;
            var types = OwnTypes.Of(compilation).HeirsOf(here).Prepend(here);
            var next = types.SelectMany(type => Nameable.Called(type, step)).FirstOrDefault(Nameable.IsNavigation);
            if (next is null)
            {
                yield return new MissingName(text, step, here.Name, "navigation", "so the query throws")
                {
                    Start = step.Length == path.Length ? null : start,
                    IsText = step.Length != path.Length,
                    Choices = Nameable.Choices(here, Nameable.IsNavigation),
                };
                yield break;
            }

            here = Nameable.ElementOf(TypeNames.TypeOf(next)!);
            start += step.Length + 1;
        }
    }
}
