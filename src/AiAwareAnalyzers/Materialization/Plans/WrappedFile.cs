using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Streaming;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>A file read as one text or one array of bytes, only to be taken apart, parsed or handed on.</summary>
internal sealed class WrappedFile(Compilation compilation)
{
    private readonly Streams _streams = Streams.Of(compilation);
    private readonly Parsers _parsers = Parsers.Of(compilation);

    /// <summary>Text that is split, parsed or read line by line.</summary>
    public FileFinding? OfText(IInvocationOperation read)
    {
        var use = SingleUse.Of(read, compilation);
        if (read.Instance is { } reader) return OfReader(use, Quote.Of(reader.Syntax));
        return use.User switch
        {
            IInvocationOperation split when SplitsOnce(split, use)
                => new("the text and of its lines", "enumerate 'File.ReadLines'", null),
            IObjectCreationOperation text when Streams.WrapsText(text) => new(
                "the text",
                "read from 'File.OpenText'",
                use.IsHeld || read.Arguments.Count(IsWritten) > 1 ? null : Opening(text, "OpenText")),
            IInvocationOperation parse when _parsers.Parses(parse.TargetMethod) =>
                new("the text", "parse the stream of 'File.OpenRead'", null) { IsMostlySmall = true },
            _ => null,
        };
    }

    /// <summary>The rest of a reader, as one text.</summary>
    private FileFinding? OfReader(SingleUse use, string reader) => use.User switch
    {
        IInvocationOperation split when SplitsOnce(split, use) =>
            new("the text and of its lines", $"read '{reader}' line by line", null),
        IObjectCreationOperation text when Streams.WrapsText(text) => new("the text", $"use '{reader}' itself", null),
        IInvocationOperation parse when _parsers.Parses(parse.TargetMethod) =>
            new("the text", $"parse the stream of '{reader}'", null) { IsMostlySmall = true },
        _ => null,
    };

    private bool SplitsOnce(IInvocationOperation split, SingleUse use) =>
        split.TargetMethod is { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }
        && split.Instance?.Bare() == use.Place.Bare()
        && IsByLine(split)
        && IsUsedOnce(split);

    /// <summary>Bytes that are wrapped in a stream, written to one, or hashed.</summary>
    public FileFinding? OfBytes(IInvocationOperation read)
    {
        var use = SingleUse.Of(read, compilation);
        return use.User switch
        {
            IObjectCreationOperation stream when _streams.WrapsBytes(stream) =>
                NeedsBytes(stream) ? null : new(
                    "the file", "use the stream of 'File.OpenRead'", use.IsHeld ? null : Opening(stream, "OpenRead")),
            IInvocationOperation write when _streams.Writes(write) && write.Arguments.Count(IsWritten) <= 2
                => new(
                    "the file",
                    "copy the stream of 'File.OpenRead' with 'CopyTo'",
                    use.IsHeld || write.Outermost().Parent is not IExpressionStatementOperation
                        ? null
                        : FileFinding.Plan("OpenRead", FileFinding.Copy)),
            IInvocationOperation hash when Streams.Hashes(hash.TargetMethod) =>
                new("the file", "hash the stream of 'File.OpenRead'", null),
            IInvocationOperation parse when _parsers.Parses(parse.TargetMethod) =>
                new("the file", "parse the stream of 'File.OpenRead'", null) { IsMostlySmall = true },
            _ => null,
        };
    }

    /// <summary>A reader or stream can take the place of another only where somebody disposes it.</summary>
    private ImmutableDictionary<string, string?>? Opening(IObjectCreationOperation creation, string lazy) =>
        creation.User()
            is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator }
        && declarator.Ancestors().Any(parent => parent is IUsingOperation or IUsingDeclarationOperation)
        && declarator.Syntax.Parent is VariableDeclarationSyntax { Type.IsVar: true }
        && Locals.Around(creation, compilation).MentionsOf(local).All(IsOfBaseType)
            ? FileFinding.Plan(lazy, FileFinding.Open)
            : null;

    /// <summary>Whether a mention asks for nothing that only the wrapper has.</summary>
    private static bool IsOfBaseType(IOperation mention) =>
        mention.Outermost().Parent switch
        {
            IArgumentOperation argument => argument.Parameter?.Type.Name is "Stream" or "TextReader",
            IInvocationOperation call => call.TargetMethod.OriginalDefinition.Name is "ReadLine" or "ReadLineAsync"
                or "Read" or "ReadToEnd" or "ReadToEndAsync" or "Peek" or "CopyTo" or "CopyToAsync" or "Dispose",
            _ => false,
        };

    private bool NeedsBytes(IObjectCreationOperation stream) =>
        stream.User()
            is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        || Locals.Around(stream, compilation).MentionsOf(local) is { Count: 0 } mentions
        || Locals.Around(stream, compilation).MentionsOf(local).Any(mention => !IsOfBaseType(mention));

    private bool IsUsedOnce(IInvocationOperation split) =>
        split.User() is IForEachLoopOperation loop
            ? !EnumerationConflicts.TouchesDisk(loop.Body)
            : Steps.After(split, compilation).All is { IsEmpty: false } steps
                && !steps[0].Name.StartsWith("[", StringComparison.Ordinal);

    private static bool IsByLine(IInvocationOperation split) =>
        split.Arguments.Length > 0
        && (split.Arguments[0].Value.Syntax.ToString().Contains("\\n")
            || split.Arguments[0].Value.Syntax.ToString().Contains("NewLine"));

    private static bool IsWritten(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.Explicit;
}
