using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <content>Composite formats and builders.</content>
internal sealed partial class TemplateReader
{
    private void WriteFormat(IInvocationOperation call, List<TextPart> parts)
    {
        var format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format");
        var values = call.Arguments.Where(argument => argument.Parameter?.Name is not ("format" or "provider"))
            .SelectMany(argument => Flow.Elements.Of(argument.Value))
            .ToList();
        if (format is null) return;
        foreach (var part in ReadPart(format.Value).Parts)
            if (part is Literal literal) WriteFormat(literal.Text, values, parts);
            else parts.Add(part);
    }

    private void WriteFormat(string format, List<IOperation> values, List<TextPart> parts)
    {
        foreach (var piece in CompositeFormat.Split(format))
            if (piece.Argument is not { } argument) parts.Add(new Literal(piece.Text));
            else if (argument < values.Count) Write(values[argument], parts);
    }

    private static bool IsBuilderCall(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name == "StringBuilder";

    private void WriteBuilder(IInvocationOperation call, List<TextPart> parts)
    {
        if (call.Instance is { } builder) Write(builder, parts, call.Syntax);
        if (call.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal) && !IsNoted(call))
            WriteArguments(call, parts);
    }

    /// <summary>
    /// A call on a local builder is one of its writings; only a chain that starts with <c>new</c> is read here.
    /// </summary>
    private static bool IsNoted(IInvocationOperation call)
    {
        IOperation? root = call;
        while (root is IInvocationOperation { Instance: var instance })
            root = instance is null ? null : instance.BareText();
        return root is ILocalReferenceOperation or IParameterReferenceOperation;
    }

    private void WriteArguments(IInvocationOperation append, List<TextPart> parts)
    {
        if (append.TargetMethod.Name == "AppendFormat") WriteFormat(append, parts);
        else if (append.TargetMethod.Name == "AppendJoin" && append.Arguments.Length > 1)
            WriteEach(
                append.Arguments[1].Value, parts, append.Arguments[0].Value.ConstantValue.Value as string ?? ", ");
        else if (append.Arguments.FirstOrDefault(argument =>
            argument.Parameter?.Type.Name != "IFormatProvider" && argument.Parameter?.Ordinal < 2) is { } value)
            Write(append.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "handler")?.Value
                ?? value.Value, parts);
        if (append.TargetMethod.Name == "AppendLine") parts.Add(new Literal("\n"));
    }
}
