using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring.Pipelines;

/// <summary>What a middleware of the program does with the user of a request.</summary>
internal enum UserDeed
{
    None,

    /// <summary>It asks who the user is before it hands the request on.</summary>
    Asks,

    /// <summary>It says itself who the user is.</summary>
    Tells,
}

/// <summary>Middleware of the program that asks who the user is.</summary>
internal sealed class UserReaders
{
    private readonly Compilation _compilation;

    private UserReaders(Compilation compilation) => _compilation = compilation;

    public static UserReaders Of(Compilation compilation) => Facts.Of(compilation, static c => new UserReaders(c));

    /// <summary>The deed of what a call puts into the pipeline: a class, a lambda, or a method that does so.</summary>
    public UserDeed DeedOf(InvocationExpressionSyntax use) =>
        Semantics.Of(_compilation).ModelOf(use.SyntaxTree)?.GetOperation(use) is IInvocationOperation call
            && PutBy(call) is var deed
                ? deed == UserDeed.None ? PutInside(call.TargetMethod) : deed
                : UserDeed.None;

    /// <summary>The deed of the first that a method of the program puts into the pipeline.</summary>
    private UserDeed PutInside(IMethodSymbol wrapper) =>
        ReturnValues.BodyOf(wrapper, _compilation) is { } body
            ? Bodies.Own(body)
                .OfType<IInvocationOperation>()
                .Select(PutBy)
                .FirstOrDefault(static deed => deed != UserDeed.None)
            : UserDeed.None;

    private UserDeed PutBy(IInvocationOperation call)
    {
        var bodies = call.TargetMethod.Name switch
        {
            "UseMiddleware" => BodiesOf(call),
            "Use" or "UseWhen" or "MapWhen" => FunctionIn(call) is { } body ? [body] : [],
            _ => [],
        };
        foreach (var body in bodies)
            if (DeedIn(body) is var deed and not UserDeed.None) return deed;
        return UserDeed.None;
    }

    /// <summary>What runs with each request: of a class by convention, and of one that is a service.</summary>
    private IEnumerable<IOperation> BodiesOf(IInvocationOperation call)
    {
        var type = call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? call.Arguments.Select(static argument => argument.Value.Unconverted())
                .OfType<ITypeOfOperation>()
                .FirstOrDefault()
                ?.TypeOperand;
        return type.SelfAndBases()
            .SelectMany(static each => each.GetMembers().OfType<IMethodSymbol>())
            .Where(static method => method is { Name: "Invoke" or "InvokeAsync", IsStatic: false })
            .Select(method => ReturnValues.BodyOf(method, _compilation))
            .OfType<IOperation>();
    }

    /// <summary><c>app.Use(async (context, next) => …)</c>, <c>app.Use(next => async context => …)</c>.</summary>
    private IOperation? FunctionIn(IInvocationOperation call)
    {
        var function = call.Arguments.Skip(call.TargetMethod.IsExtensionMethod ? 1 : 0).FirstOrDefault()?.Value;
        if (function is null || ReturnValues.BodyOf(function, _compilation) is not { } body) return null;
        return ReturnValues.In(body).FirstOrDefault()?.Unconverted() is IAnonymousFunctionOperation { Body: var inner }
            ? inner
            : body;
    }

    private UserDeed DeedIn(IOperation body)
    {
        foreach (var operation in Bodies.Own(body))
        {
            if (IsHandedOn(operation)) return UserDeed.None;
            if (TellsUser(operation)) return UserDeed.Tells;
            if (AsksForUser(operation) || IsHelper(operation)) return UserDeed.Asks;
        }

        return UserDeed.None;
    }

    /// <summary>Behind it the user is known; a request that is let through at once is another one.</summary>
    private static bool IsHandedOn(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } next
        && next.Statement() is { } statement
        && !next.Ancestors().OfType<IReturnOperation>().Any()
        && !IsLeftAtOnce(statement);

    private static bool IsLeftAtOnce(IOperation statement) =>
        statement.Parent is IBlockOperation { Operations: var all }
        && all.IndexOf(statement) + 1 is var next
        && next < all.Length
        && all[next] is IReturnOperation { IsImplicit: false };

    private static bool TellsUser(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: var target } => AsksForUser(target),
        IInvocationOperation { TargetMethod.Name: "AuthenticateAsync" or "SignInAsync" } => true,
        _ => false,
    };

    private static bool AsksForUser(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "User", ContainingType.Name: "HttpContext" } };

    /// <summary>A method or a property of the program that asks, one level down.</summary>
    private bool IsHelper(IOperation operation)
    {
        var method = operation switch
        {
            IInvocationOperation { TargetMethod: var called } => called,
            IPropertyReferenceOperation { Property.GetMethod: { } getter } => getter,
            _ => null,
        };
        return method is not null
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly)
            && Implementations.Of(_compilation).Of(method)
                .Select(each => ReturnValues.BodyOf(each, _compilation))
                .OfType<IOperation>()
                .Any(static body => Bodies.Own(body).Any(AsksForUser));
    }
}
