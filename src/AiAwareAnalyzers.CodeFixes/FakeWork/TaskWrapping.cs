using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>How a function that is no longer async makes its task, written with the words of its return type.</summary>
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

    /// <summary>The task of a function without a result; null where there is a result, or no task.</summary>
    public ExpressionSyntax? Finished { get; }

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
        return type.Name is "Task" or "ValueTask" && NameOf(returned) == type.Name ? new TaskWrapping(returned, type) : null;
    }

    /// <summary><c>Task.FromResult(value)</c>, with the type written out where the value alone would give another one.</summary>
    public ExpressionSyntax Wrap(ExpressionSyntax value, TypeInfo info)
    {
        var argument = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value)));
        if (_isValueTask) return SyntaxFactory.ObjectCreationExpression(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), _returned, argument, null);

        var arguments = ((GenericNameSyntax)RightOf(_returned)).TypeArgumentList;
        SimpleNameSyntax name = SymbolEqualityComparer.IncludeNullability.Equals(info.Type, _result)
            ? SyntaxFactory.IdentifierName("FromResult")
            : SyntaxFactory.GenericName(SyntaxFactory.Identifier("FromResult"), arguments);
        return SyntaxFactory.InvocationExpression(Member(_returned, name), argument);
    }

    private static string NameOf(TypeSyntax type) => RightOf(type) is SimpleNameSyntax name ? name.Identifier.ValueText : "";

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
            ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(qualified.Left.ToString()), plain)
            : plain;
        return SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, owner, name);
    }
}
