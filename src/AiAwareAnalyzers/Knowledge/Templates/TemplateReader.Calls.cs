using System.Globalization;
using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <content>What calls put together: methods of string and Path, mere forms, helpers of the same type.</content>
internal sealed partial class TemplateReader
{
    private void WriteInvocation(IInvocationOperation call, List<TextPart> parts)
    {
        var method = call.TargetMethod;
        if (TextOperations.IsText(method.ContainingType) && method.IsStatic) WriteStringMethod(call, parts);
        else if (Paths.IsPath(method.ContainingType)) WritePath(call, parts);
        else if (IsBuilderCall(call)) WriteBuilder(call, parts);
        else if (TextOperations.IsMereForm(method.Name)
            && TextOperations.Instance(call) is { } text
            && text.BareText() is var bare
            && (TextOperations.IsText(bare.Type) || bare.Type?.Name == "StringBuilder"))
            WriteForm(call, bare, parts);
        else if (HelperOf(call) is { } helper) WriteHelper(helper, parts);
        else if (IsPatternReplaced(call)) WritePatternReplaced(call, parts);
        else parts.Add(HoleOf(call, null));
    }

    /// <summary>A path is a text whose pieces have separators between them.</summary>
    private void WritePath(IInvocationOperation call, List<TextPart> parts)
    {
        switch (Paths.RoleOf(call.TargetMethod))
        {
            case PathRole.Joins:
                foreach (var piece in call.Arguments.SelectMany(argument => Flow.Elements.Of(argument.Value)))
                {
                    if (parts.Count > 0) parts.Add(new Literal("/"));
                    Write(piece, parts);
                }

                break;
            case PathRole.Keeps:
                Write(call.Arguments[^1].Value, parts);
                break;
            case PathRole.KeepsFirst:
                Write(call.Arguments[0].Value, parts);
                break;
            default:
                parts.Add(Paths.GivesName(call.TargetMethod)
                    ? new Hole(call, HoleKind.Name, HoleOf(call.Arguments[0].Value, null).Origin)
                    : new Hole(call, HoleKind.Encoded, TextOrigin.Unknown));
                break;
        }
    }

    private void WriteStringMethod(IInvocationOperation call, List<TextPart> parts)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat" or "Copy" or "Intern":
                foreach (var argument in call.Arguments) WriteEach(argument.Value, parts, separator: null);
                break;
            case "Join" when call.Arguments.Length > 1:
                foreach (var argument in call.Arguments.Skip(1))
                    WriteEach(argument.Value, parts, call.Arguments[0].Value.ConstantValue.Value as string ?? ", ");
                break;
            case "Format":
                WriteFormat(call, parts);
                break;
            default:
                parts.Add(HoleOf(call, null));
                break;
        }
    }

    private void WriteForm(IInvocationOperation call, IOperation text, List<TextPart> parts)
    {
        var receiver = new List<TextPart>();
        Write(text, receiver, text is ILocalReferenceOperation ? call.Syntax : null);
        if (receiver.Count == 1 && receiver[0] is Hole hole)
        {
            parts.Add(new Hole(
                text.Type?.Name == "StringBuilder" ? hole.Value : call,
                Escapes(call) ? HoleKind.Encoded : hole.Kind,
                hole.Origin));
        }
        else if (call.TargetMethod.Name == "Replace"
            && call.Arguments.Length == 2
            && call.Arguments[0].Value.ConstantValue.Value is string { Length: > 0 } replaced)
        {
            foreach (var part in receiver) WriteReplaced(part, replaced, call.Arguments[1].Value, parts);
        }
        else
        {
            parts.AddRange(receiver);
        }
    }

    /// <summary><c>text.Replace("'", "''")</c> and its kin.</summary>
    private static bool Escapes(IInvocationOperation call) =>
        call.TargetMethod.Name == "Replace" && call.Arguments.Length >= 2
        && Convert.ToString(call.Arguments[0].Value.ConstantValue.Value, CultureInfo.InvariantCulture) is "'" or "\""
            or "]" or "`" or "<" or "&" or "\\" or "..";

    private void WriteReplaced(TextPart part, string replaced, IOperation replacement, List<TextPart> parts)
    {
        if (part is not Literal literal || literal.Text.IndexOf(replaced, StringComparison.Ordinal) < 0)
        {
            parts.Add(part);
            return;
        }

        var pieces = literal.Text.Split([replaced], StringSplitOptions.None);
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index > 0) Write(replacement, parts);
            parts.Add(new Literal(pieces[index]));
        }
    }

    /// <summary><c>Regex.Replace(text, pattern, "&lt;b&gt;$1&lt;/b&gt;")</c>: our own text around a match.</summary>
    private static bool IsPatternReplaced(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Replace",
            ContainingType: { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } }
        && call.Arguments.Any(static argument =>
            argument.Parameter?.Name == "replacement" && argument.Value.ConstantText() is not null);

    /// <summary>A text in which nothing is free stays one.</summary>
    private void WritePatternReplaced(IInvocationOperation call, List<TextPart> parts)
    {
        var input = new List<TextPart>();
        Write(call.Arguments.First(static argument => argument.Parameter?.Name == "input").Value, input);
        parts.Add(Finish(input).Holes.Any(static hole => hole.IsFree)
            ? HoleOf(call, null)
            : new Hole(call, HoleKind.Encoded, TextOrigin.Unknown));
    }

    /// <summary>A helper of the same type whose body can be read from here.</summary>
    private MethodFrame? HelperOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (_frame.Caller is not null
            || method.IsVirtual
            || method.IsAbstract
            || method.IsOverride
            || call.SemanticModel is not { } model)
            return null;
        if (HoleOrigins.KindByName(method) != HoleKind.Free
            || !(TextOperations.IsText(method.ReturnType)
                || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" or "StringBuilder" }))
            return null;
        var declaration = method.DeclaringSyntaxReferences.FirstOrDefault(reference =>
            reference.SyntaxTree == model.SyntaxTree)?.GetSyntax();
        if (declaration is LocalFunctionStatementSyntax && FindLocalFunction(method) is { } local)
            return new(_frame.Body, _frame, call) { Root = local };
        return declaration is MethodDeclarationSyntax
            && IsOfSameType(method, call)
            && model.GetOperation(declaration) is { } root
            ? new(templates.BodyOf(root), _frame, call)
            : null;
    }

    private IOperation? FindLocalFunction(IMethodSymbol method) => _frame.Body.Root.Descendants()
        .FirstOrDefault(operation => operation is ILocalFunctionOperation function
            && SymbolEqualityComparer.Default.Equals(function.Symbol, method.OriginalDefinition));

    private static bool IsOfSameType(IMethodSymbol method, IInvocationOperation call) =>
        call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType is { } type
        && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType.OriginalDefinition);

    private void WriteHelper(MethodFrame helper, List<TextPart> parts)
    {
        var caller = _frame;
        _frame = helper;
        var returned = (helper.Root ?? helper.Body.Root).Descendants()
            .OfType<IReturnOperation>()
            .Select(result => result.ReturnedValue)
            .OfType<IOperation>()
            .ToArray();
        if (returned.Length > 0) WriteChoice(parts, returned);
        else parts.Add(new Hole(helper.Call!, HoleKind.Free, TextOrigin.Unknown));
        _frame = caller;
    }
}
