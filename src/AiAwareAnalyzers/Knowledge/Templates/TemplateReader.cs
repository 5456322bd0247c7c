using System.Globalization;
using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>One reading of one text. It takes a bounded number of steps, so that no method can make it slow.</summary>
internal sealed partial class TemplateReader(TextTemplates templates, HoleOrigins origins, TextFlow body)
{
    private const int MostSteps = 2_000;
    private const int Deepest = 40;

    private MethodFrame _frame = new(body, null, null);
    private int _steps;
    private int _depth;

    public Template Read(IOperation text)
    {
        var parts = new List<TextPart>();
        Write(text, parts);
        return Finish(parts);
    }

    private static Template Finish(List<TextPart> parts) => new(parts.ToImmutableArray());

    private Template ReadPart(IOperation text, SyntaxNode? place = null)
    {
        var parts = new List<TextPart>();
        Write(text, parts, place);
        return Finish(parts);
    }

    private void Write(IOperation text, List<TextPart> parts, SyntaxNode? place = null)
    {
        if (++_steps > MostSteps) return;
        if (++_depth > Deepest) parts.Add(new Hole(text, HoleKind.AllowListed, TextOrigin.Unknown));
        else Dispatch(text.BareText(), parts, place);
        _depth--;
    }

    private void Dispatch(IOperation text, List<TextPart> parts, SyntaxNode? place)
    {
        if (text.ConstantValue is { HasValue: true, Value: var constant })
        {
            parts.Add(new Literal(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? ""));
            return;
        }

        switch (text)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when TextOperations.IsText(sum.Type):
                foreach (var term in Terms(sum)) Write(term, parts);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts) WriteInterpolated(part, parts);
                break;
            case IInterpolatedStringHandlerCreationOperation handler:
                Write(handler.Content, parts);
                break;
            case IInterpolatedStringAdditionOperation addition:
                Write(addition.Left, parts);
                Write(addition.Right, parts);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                WriteChoice(parts, conditional.WhenTrue, whenFalse);
                break;
            case ICoalesceOperation coalesce:
                WriteChoice(parts, coalesce.Value, coalesce.WhenNull);
                break;
            case ISwitchExpressionOperation choice:
                WriteChoice(parts, [.. choice.Arms.Select(arm => arm.Value)]);
                break;
            case IAssignmentOperation assignment:
                Write(assignment.Value, parts);
                break;
            case IThrowOperation:
                break;
            case ILocalReferenceOperation local:
                WriteVariable(local.Local, local, parts, place ?? local.Syntax);
                break;
            case IParameterReferenceOperation parameter:
                WriteParameter(parameter, parts, place ?? parameter.Syntax);
                break;
            case IInvocationOperation invocation:
                WriteInvocation(invocation, parts);
                break;
            case IObjectCreationOperation creation
                when creation.Type?.Name is "StringBuilder" or "RawSqlString" or "Uri" or "FileInfo" or "DirectoryInfo"
                    && creation.Arguments.LastOrDefault(IsTextArgument) is { } written:
                Write(written.Value, parts);
                break;
            case IObjectCreationOperation { Type.Name: "StringBuilder" }:
                break;
            case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } reference
                when InitializerOf(field, reference) is { } initializer:
                Write(initializer, parts);
                break;
            default:
                parts.Add(HoleOf(text, place));
                break;
        }
    }

    private static bool IsTextArgument(IArgumentOperation argument) =>
        TextOperations.IsText(argument.Value.Type) || TextOperations.IsText(argument.BareText().Type);

    /// <summary>The terms of a sum, without recursion: generated code adds thousands.</summary>
    private static Stack<IOperation> Terms(IBinaryOperation sum, bool withoutFirst = false)
    {
        var terms = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } next
            && TextOperations.IsText(next.Type)
            && !next.ConstantValue.HasValue)
        {
            terms.Push(next.RightOperand);
            left = next.LeftOperand.BareText();
        }

        if (!withoutFirst) terms.Push(left);
        return terms;
    }

    private void WriteInterpolated(IInterpolatedStringContentOperation part, List<TextPart> parts)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation literal:
                Write(literal.Text, parts);
                break;
            case IInterpolationOperation interpolation:
                Write(interpolation.Expression, parts);
                break;
            case IInterpolatedStringAppendOperation
                { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments } }:
                Write(arguments[0].Value, parts);
                break;
        }
    }

    private void WriteChoice(List<TextPart> parts, params IOperation[] versions)
    {
        var alternatives = versions
            .Where(version => version.BareText() is not IThrowOperation)
            .Select(version => ReadPart(version))
            .ToImmutableArray();
        if (alternatives.Length == 1) parts.AddRange(alternatives[0].Parts);
        else if (alternatives.Length > 1) parts.Add(new Choice(alternatives));
    }

    private static IOperation? InitializerOf(IFieldSymbol field, IOperation use) =>
        TextOperations.IsText(field.Type)
        && field.DeclaringSyntaxReferences.FirstOrDefault()
            ?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
        && value.SyntaxTree == use.Syntax.SyntaxTree
            ? use.SemanticModel?.GetOperation(value)
            : null;

    private Hole HoleOf(IOperation value, SyntaxNode? place)
    {
        var kind = origins.KindOf(value);
        if (kind == HoleKind.Free && IsChecked(value, place ?? value.Syntax)) kind = HoleKind.AllowListed;
        return new(value, kind, kind == HoleKind.Free ? origins.OriginOf(value, _frame) : TextOrigin.Unknown);
    }
}
