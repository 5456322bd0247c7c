using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>The anonymous object that a call of Dapper gets, or would get.</summary>
internal sealed class ParameterObject
{
    private readonly AnonymousObjectCreationExpressionSyntax? _existing;
    private readonly int _end;

    private ParameterObject(AnonymousObjectCreationExpressionSyntax? existing, int end)
    {
        _existing = existing;
        _end = end;
    }

    /// <summary>The members that it has already.</summary>
    public IEnumerable<string> Members => _existing is null ? [] : _existing.Initializers.Select(NameOf);

    /// <summary>Finds it, or the place for it; null where something else stands there.</summary>
    public static ParameterObject? Of(SyntaxNode sink, SemanticModel model)
    {
        var arguments = model.GetOperation(sink) switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        var taken = arguments.FirstOrDefault(argument => argument.Parameter?.Name is "param" or "parameters");
        var text = arguments.FirstOrDefault(argument => argument.Parameter?.Name is "sql" or "commandText");
        if (taken is null || text?.Syntax is not ArgumentSyntax { NameColon: null } place) return null;
        if (taken.ArgumentKind == ArgumentKind.DefaultValue) return new(null, place.Span.End);
        return (taken.Syntax as ArgumentSyntax)?.Expression
            is AnonymousObjectCreationExpressionSyntax { Initializers: { Count: > 0 } } existing
            ? new(existing, existing.Initializers.Last().Span.End)
            : null;
    }

    public TextChange Add(IReadOnlyList<(SplicedValue Value, string Name)> parameters)
    {
        var members = string.Join(
            ", ",
            parameters.GroupBy(parameter => parameter.Name).Select(group => Member(group.First().Value, group.Key)));
        return new(new TextSpan(_end, 0), _existing is null ? $", new {{ {members} }}" : ", " + members);
    }

    private static string Member(SplicedValue value, string name) =>
        value.Value is IdentifierNameSyntax { Identifier.ValueText: var same }
        && same == name
        && value.Prefix.Length + value.Suffix.Length == 0
            ? name
            : $"{name} = {ParameterValue.Of(value)}";

    private static string NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member switch
    {
        { NameEquals.Name.Identifier.ValueText: var name } => name,
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name,
        _ => member.Expression.ToString(),
    };
}
