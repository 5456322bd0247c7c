using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>
/// How a function that is no longer async gives its result: as a task, written with the words of its return type, or as
/// it is.
/// </summary>
internal sealed class TaskWrapping
{
    private readonly TypeSyntax _returned;
    private readonly ITypeSymbol? _result;
    private readonly bool _isValueTask;

    private TaskWrapping(TypeSyntax returned, INamedTypeSymbol type)
    {
        _returned = returned.WithoutTrivia();
        _result = type.Arity == 1 ? type.TypeArguments[0] : null;
        _isValueTask = type.Name == "ValueTask";
        Finished = type.Arity == 1 || type.SpecialType == SpecialType.System_Void ? null
            : _isValueTask ? SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)
            : Member(_returned, SyntaxFactory.IdentifierName("CompletedTask"));
    }

    public bool HasResult => _result is not null;

    /// <summary>What the function returns from now on, if that is no task any more.</summary>
    public TypeSyntax? Plain { get; private set; }

    /// <summary>The task of a function without a result; null where there is a result, or no task.</summary>
    public ExpressionSyntax? Finished { get; private set; }

    /// <summary>Null for what is no method or local function, and for tasks by other names.</summary>
    public static TaskWrapping? Of(SyntaxNode function, SemanticModel model)
    {
        var returned = function switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax local => local.ReturnType,
            _ => null,
        };
        if (returned is null || model.GetTypeInfo(returned).Type is not INamedTypeSymbol type) return null;
        if (type.SpecialType == SpecialType.System_Void) return new TaskWrapping(returned, type);
        return type.Name is "Task" or "ValueTask" && NameOf(returned) == type.Name
            ? new TaskWrapping(returned, type)
            : null;
    }

    /// <summary>The same for callers that take the result itself; null where there is no task to drop.</summary>
    public static TaskWrapping? PlainOf(SyntaxNode function, SemanticModel model)
    {
        if (Of(function, model) is not { } wrapping
            || RightOf(wrapping._returned) is not SimpleNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } task)
            return null;

        wrapping.Finished = null;
        wrapping.Plain = task is GenericNameSyntax generic
            ? generic.TypeArgumentList.Arguments[0].WithoutTrivia()
            : SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));
        return wrapping;
    }

    /// <summary>
    /// <c>Task.FromResult(value)</c>, with the type written out where the value alone would give another one. A value
    /// that the function may not return stays the error that it is.
    /// </summary>
    public ExpressionSyntax Wrap(ExpressionSyntax value, TypeInfo info)
    {
        if (Plain is not null || RightOf(_returned) is not GenericNameSyntax { TypeArgumentList: var arguments })
            return value;

        var argument = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value)));
        if (_isValueTask)
            return SyntaxFactory.ObjectCreationExpression(
                SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                _returned,
                argument,
                null);

        SimpleNameSyntax name = SymbolEqualityComparer.IncludeNullability.Equals(info.Type, _result)
            ? SyntaxFactory.IdentifierName("FromResult")
            : SyntaxFactory.GenericName(SyntaxFactory.Identifier("FromResult"), arguments);
        return SyntaxFactory.InvocationExpression(Member(_returned, name), argument);
    }

    private static string NameOf(TypeSyntax type) =>
        RightOf(type) is SimpleNameSyntax name ? name.Identifier.ValueText : "";

    private static TypeSyntax RightOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => type,
    };

    private static ExpressionSyntax Member(TypeSyntax task, SimpleNameSyntax name)
    {
        var plain = SyntaxFactory.IdentifierName(NameOf(task));
        ExpressionSyntax owner = task is QualifiedNameSyntax qualified
            ? SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.ParseExpression(qualified.Left.ToString()),
                plain)
            : plain;
        return SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, owner, name);
    }
}
