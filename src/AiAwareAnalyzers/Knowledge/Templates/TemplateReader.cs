using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>One reading of one text. It takes a bounded number of steps, so that no method can make it slow.</summary>
internal sealed class TemplateReader(TextTemplates templates, HoleOrigins origins, Body body)
{
    private const int MostSteps = 2_000;
    private const int Deepest = 40;

    private Frame _frame = new(body, null, null);
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
        else Dispatch(Written.Bare(text), parts, place);
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
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when Written.IsText(sum.Type):
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
            case IObjectCreationOperation creation when creation.Type?.Name is "StringBuilder" or "RawSqlString" or "Uri" or "FileInfo" or "DirectoryInfo" && creation.Arguments.LastOrDefault(IsTextArgument) is { } written:
                Write(written.Value, parts);
                break;
            case IObjectCreationOperation { Type.Name: "StringBuilder" }:
                break;
            case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } reference when InitializerOf(field, reference) is { } initializer:
                Write(initializer, parts);
                break;
            default:
                parts.Add(HoleOf(text, place));
                break;
        }
    }

    private static bool IsTextArgument(IArgumentOperation argument) => Written.IsText(argument.Value.Type) || Written.IsText(Written.Bare(argument).Type);

    /// <summary>The terms of a sum, without recursion: generated code adds thousands.</summary>
    private static Stack<IOperation> Terms(IBinaryOperation sum, bool withoutFirst = false)
    {
        var terms = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } next && Written.IsText(next.Type) && !next.ConstantValue.HasValue)
        {
            terms.Push(next.RightOperand);
            left = Written.Bare(next.LeftOperand);
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
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments } }:
                Write(arguments[0].Value, parts);
                break;
        }
    }

    private void WriteChoice(List<TextPart> parts, params IOperation[] versions)
    {
        var alternatives = versions
            .Where(version => Written.Bare(version) is not IThrowOperation)
            .Select(version => ReadPart(version))
            .ToImmutableArray();
        if (alternatives.Length == 1) parts.AddRange(alternatives[0].Parts);
        else if (alternatives.Length > 1) parts.Add(new Choice(alternatives));
    }

    /// <summary>What a local or a parameter holds at a place: its last certain value, and what was added since.</summary>
    private void WriteVariable(ISymbol variable, IOperation use, List<TextPart> parts, SyntaxNode place)
    {
        var writings = _frame.Body.WritingsTo(variable);
        var last = CountBefore(writings, place.SpanStart);
        var first = last - 1;
        while (first >= 0 && ++_steps <= MostSteps && !(writings[first].Kind is WritingKind.Assign or WritingKind.Receive or WritingKind.Element && !writings[first].IsConditionalFor(place))) first--;

        var current = new List<TextPart>();
        if (first < 0)
        {
            first = 0;
            if (variable is IParameterSymbol || last == 0) current.Add(HoleOf(use, place));
        }

        for (var step = first; step < last && _steps <= MostSteps; step++)
        {
            _steps++;
            Apply(writings[step], use, ref current, place);
        }

        // A single hole keeps the name under which it is used here: checks speak of that name.
        if (current.Count == 1 && current[0] is Hole { IsFree: true } hole)
            current[0] = IsChecked(use, place) ? new Hole(use, HoleKind.AllowListed, hole.Origin) : new Hole(use, hole.Kind, hole.Origin);
        else if (IsChecked(use, place))
            Relieve(current);
        parts.AddRange(current);
    }

    /// <summary>How many of the writings end before a position; they are sorted by their ends.</summary>
    private static int CountBefore(IReadOnlyList<Writing> writings, int position)
    {
        var (low, high) = (0, writings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (writings[middle].End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Apply(Writing writing, IOperation use, ref List<TextPart> current, SyntaxNode place)
    {
        switch (writing.Kind)
        {
            case WritingKind.Append when writing.Value is IInvocationOperation append && IsBuilderCall(append):
                WriteArguments(append, current);
                break;
            case WritingKind.Append:
                Write(writing.Value, current);
                break;
            case WritingKind.Add when writing.Value is IInvocationOperation { Arguments: { Length: > 0 } arguments }:
                current.Add(new Literal(", "));
                Write(arguments.Last().Value, current);
                break;
            case WritingKind.Extend:
                WriteExtension(Written.Bare(writing.Value), current);
                break;
            case WritingKind.Prepend when writing.Value is IInvocationOperation { Arguments: { Length: > 1 } arguments }:
                current.InsertRange(0, ReadPart(arguments[1].Value).Parts);
                break;
            case WritingKind.Receive:
                Replace(ref current, [origins.Received(writing.Value, use, _frame)], writing, place);
                break;
            case WritingKind.Element:
                Replace(ref current, [.. Elements(writing.Value)], writing, place);
                break;
            case WritingKind.Assign or WritingKind.AssignIfNull:
                Replace(ref current, [.. ReadPart(writing.Value).Parts], writing, place);
                break;
        }
    }

    private static void Replace(ref List<TextPart> current, List<TextPart> value, Writing writing, SyntaxNode place)
    {
        if (current.Count > 0 && writing.IsConditionalFor(place)) value = [new Choice(ImmutableArray.Create(Finish(current), Finish(value)))];
        current = value;
    }

    private void WriteExtension(IOperation value, List<TextPart> current)
    {
        if (value is IBinaryOperation sum)
            foreach (var term in Terms(sum, withoutFirst: true)) Write(term, current);
        else if (value is IInterpolatedStringOperation interpolated)
            foreach (var part in interpolated.Parts.Skip(1)) WriteInterpolated(part, current);
    }

    /// <summary>Every free hole becomes what the check let pass.</summary>
    private static void Relieve(List<TextPart> parts)
    {
        for (var index = 0; index < parts.Count; index++)
            parts[index] = parts[index] switch
            {
                Hole { IsFree: true } hole => new Hole(hole.Value, HoleKind.AllowListed, hole.Origin),
                Choice choice => new Choice(choice.Alternatives.Select(Relieved).ToImmutableArray()),
                var other => other,
            };
    }

    private static Template Relieved(Template template)
    {
        var parts = template.Parts.ToList();
        Relieve(parts);
        return Finish(parts);
    }

    private void WriteParameter(IParameterReferenceOperation reference, List<TextPart> parts, SyntaxNode place)
    {
        var parameter = reference.Parameter;
        if (_frame.ArgumentFor(parameter) is { } argument)
        {
            var helper = _frame;
            _frame = helper.Caller!;
            var value = ReadPart(argument);
            _frame = helper;
            parts.AddRange(IsChecked(reference, place) ? Relieved(value).Parts : value.Parts);
        }
        else
        {
            WriteVariable(parameter, reference, parts, place);
        }
    }

    private void WriteInvocation(IInvocationOperation call, List<TextPart> parts)
    {
        var method = call.TargetMethod;
        if (Written.IsText(method.ContainingType) && method.IsStatic) WriteStringMethod(call, parts);
        else if (Paths.IsPath(method.ContainingType)) WritePath(call, parts);
        else if (IsBuilderCall(call)) WriteBuilder(call, parts);
        else if (Written.IsMereForm(method.Name) && Written.Instance(call) is { } text && Written.Bare(text) is var bare && (Written.IsText(bare.Type) || bare.Type?.Name == "StringBuilder"))
            WriteForm(call, bare, parts);
        else if (HelperOf(call) is { } helper) WriteHelper(helper, parts);
        else parts.Add(HoleOf(call, null));
    }

    /// <summary>A path is a text whose pieces have separators between them.</summary>
    private void WritePath(IInvocationOperation call, List<TextPart> parts)
    {
        switch (Paths.RoleOf(call.TargetMethod))
        {
            case PathRole.Joins:
                foreach (var piece in call.Arguments.SelectMany(argument => Pieces(argument.Value)))
                {
                    if (parts.Count > 0) parts.Add(new Literal("/"));
                    Write(piece, parts);
                }

                break;
            case PathRole.Keeps:
                Write(call.Arguments[call.Arguments.Length - 1].Value, parts);
                break;
            case PathRole.KeepsFirst:
                Write(call.Arguments[0].Value, parts);
                break;
            default:
                parts.Add(new Hole(call, HoleKind.Encoded, TextOrigin.Unknown));
                break;
        }
    }

    private static IEnumerable<IOperation> Pieces(IOperation argument) =>
        Written.Bare(argument) is IArrayCreationOperation { Initializer: { } array } ? array.ElementValues : ImmutableArray.Create(argument);

    private void WriteStringMethod(IInvocationOperation call, List<TextPart> parts)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat" or "Copy" or "Intern":
                foreach (var argument in call.Arguments) WriteEach(argument.Value, parts, separator: null);
                break;
            case "Join" when call.Arguments.Length > 1:
                foreach (var argument in call.Arguments.Skip(1)) WriteEach(argument.Value, parts, call.Arguments[0].Value.ConstantValue.Value as string ?? ", ");
                break;
            case "Format":
                WriteFormat(call, parts);
                break;
            default:
                parts.Add(HoleOf(call, null));
                break;
        }
    }

    /// <summary>The pieces of a list of texts: an array that is written out, a list that is filled here, a projection.</summary>
    private void WriteEach(IOperation texts, List<TextPart> parts, string? separator)
    {
        var elements = Written.IsText(Written.Bare(texts).Type) ? [.. ReadPart(texts).Parts] : Elements(texts);
        if (separator is not null)
            for (var index = 0; index < elements.Count; index++)
                if (elements[index] is Literal { Text: ", " })
                    elements[index] = new Literal(separator);
        parts.AddRange(elements);
    }

    /// <summary>The elements of a collection of texts, with ", " between them.</summary>
    private List<TextPart> Elements(IOperation collection)
    {
        collection = Written.Bare(collection);
        var elements = new List<TextPart>();
        switch (collection)
        {
            case IArrayCreationOperation { Initializer: var initializer }:
                foreach (var element in initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty) AddElement(element, elements);
                break;
            case IObjectCreationOperation { Initializer: { } initializer }:
                foreach (var element in initializer.Initializers)
                    if (element is IInvocationOperation { Arguments: { Length: > 0 } arguments }) AddElement(arguments[0].Value, elements);
                break;
            case IObjectCreationOperation { Arguments.Length: 0 }:
                break;
            case ILocalReferenceOperation { Local: var local } reference:
                WriteCollection(local, reference, elements);
                break;
            case IInvocationOperation { Arguments: { Length: > 1 } arguments, TargetMethod.Name: "Select" } select
                when arguments[arguments.Length - 1].Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var projection } }:
                foreach (var returned in projection.Descendants().OfType<IReturnOperation>())
                    if (returned.ReturnedValue is { } value) AddElement(value, elements);
                if (elements.Count == 0) elements.Add(HoleOf(select, null));
                break;
            case IInvocationOperation { TargetMethod.Name: "Where" or "OrderBy" or "Distinct" or "ToArray" or "ToList" or "Append" or "Reverse" or "Take" or "Skip" or "AsEnumerable" } query
                when Written.Instance(query) is { } source && source.Type is not null && !Written.IsText(source.Type):
                elements.AddRange(Elements(source));
                break;
            case { Kind: NewerSyntax.CollectionExpression }:
                foreach (var element in collection.ChildOperations) AddElement(element, elements);
                break;
            default:
                elements.Add(HoleOf(collection, null));
                break;
        }

        return elements;
    }

    private void AddElement(IOperation element, List<TextPart> elements)
    {
        if (elements.Count > 0) elements.Add(new Literal(", "));
        Write(element, elements);
    }

    private void WriteCollection(ILocalSymbol local, ILocalReferenceOperation use, List<TextPart> elements)
    {
        var writings = _frame.Body.WritingsTo(local).Where(writing => writing.End <= use.Syntax.SpanStart).ToList();
        if (writings.Count == 0) elements.Add(HoleOf(use, null));
        foreach (var writing in writings)
        {
            if (++_steps > MostSteps) return;
            if (writing.Kind == WritingKind.Add && writing.Value is IInvocationOperation { Arguments: { Length: > 0 } arguments }) AddElement(arguments.Last().Value, elements);
            else if (writing.Kind == WritingKind.Assign && ++_depth <= Deepest) elements.AddRange(Elements(writing.Value));
        }
    }

    private void WriteFormat(IInvocationOperation call, List<TextPart> parts)
    {
        var format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format");
        var values = call.Arguments.Where(argument => argument.Parameter?.Name is not ("format" or "provider"))
            .SelectMany(argument => Written.Bare(argument.Value) is IArrayCreationOperation { Initializer: { } array } ? array.ElementValues : ImmutableArray.Create(argument.Value))
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

    private static bool IsBuilderCall(IInvocationOperation call) => call.TargetMethod.ContainingType.Name == "StringBuilder";

    private void WriteBuilder(IInvocationOperation call, List<TextPart> parts)
    {
        if (call.Instance is { } builder) Write(builder, parts, call.Syntax);
        if (call.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal) && !IsNoted(call)) WriteArguments(call, parts);
    }

    /// <summary>A call on a local builder is one of its writings; only a chain that starts with <c>new</c> is read here.</summary>
    private static bool IsNoted(IInvocationOperation call)
    {
        IOperation? root = call;
        while (root is IInvocationOperation { Instance: var instance }) root = instance is null ? null : Written.Bare(instance);
        return root is ILocalReferenceOperation or IParameterReferenceOperation;
    }

    private void WriteArguments(IInvocationOperation append, List<TextPart> parts)
    {
        if (append.TargetMethod.Name == "AppendFormat") WriteFormat(append, parts);
        else if (append.TargetMethod.Name == "AppendJoin" && append.Arguments.Length > 1) WriteEach(append.Arguments[1].Value, parts, append.Arguments[0].Value.ConstantValue.Value as string ?? ", ");
        else if (append.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name != "IFormatProvider" && argument.Parameter?.Ordinal < 2) is { } value)
            Write(append.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "handler")?.Value ?? value.Value, parts);
        if (append.TargetMethod.Name == "AppendLine") parts.Add(new Literal("\n"));
    }

    private void WriteForm(IInvocationOperation call, IOperation text, List<TextPart> parts)
    {
        var receiver = new List<TextPart>();
        Write(text, receiver, text is ILocalReferenceOperation ? call.Syntax : null);
        if (receiver.Count == 1 && receiver[0] is Hole hole)
        {
            parts.Add(new Hole(text.Type?.Name == "StringBuilder" ? hole.Value : call, Escapes(call) ? HoleKind.Encoded : hole.Kind, hole.Origin));
        }
        else if (call.TargetMethod.Name == "Replace" && call.Arguments.Length == 2 && call.Arguments[0].Value.ConstantValue.Value is string { Length: > 0 } replaced)
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
        && Convert.ToString(call.Arguments[0].Value.ConstantValue.Value, CultureInfo.InvariantCulture) is "'" or "\"" or "]" or "`" or "<" or "&" or "\\" or "..";

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

    /// <summary>A helper of the same type whose body can be read from here.</summary>
    private Frame? HelperOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (_frame.Caller is not null || method.IsVirtual || method.IsAbstract || method.IsOverride || call.SemanticModel is not { } model) return null;
        if (HoleOrigins.KindByName(method) != HoleKind.Free || !(Written.IsText(method.ReturnType) || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" or "StringBuilder" })) return null;
        var declaration = method.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == model.SyntaxTree)?.GetSyntax();
        if (declaration is LocalFunctionStatementSyntax && FindLocalFunction(method) is { } local) return new(_frame.Body, _frame, call) { Root = local };
        return declaration is MethodDeclarationSyntax && IsOfSameType(method, call) && model.GetOperation(declaration) is { } root
            ? new(templates.BodyOf(root), _frame, call)
            : null;
    }

    private IOperation? FindLocalFunction(IMethodSymbol method) => _frame.Body.Root.Descendants()
        .FirstOrDefault(operation => operation is ILocalFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, method.OriginalDefinition));

    private static bool IsOfSameType(IMethodSymbol method, IInvocationOperation call) =>
        call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType is { } type
        && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType.OriginalDefinition);

    private void WriteHelper(Frame helper, List<TextPart> parts)
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

    private static IOperation? InitializerOf(IFieldSymbol field, IOperation use) =>
        Written.IsText(field.Type)
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
        && value.SyntaxTree == use.Syntax.SyntaxTree
            ? use.SemanticModel?.GetOperation(value)
            : null;

    private Hole HoleOf(IOperation value, SyntaxNode? place)
    {
        var kind = origins.KindOf(value);
        if (kind == HoleKind.Free && IsChecked(value, place ?? value.Syntax)) kind = HoleKind.AllowListed;
        return new(value, kind, kind == HoleKind.Free ? origins.OriginOf(value, _frame) : TextOrigin.Unknown);
    }

    private bool IsChecked(IOperation value, SyntaxNode place) => _frame.Body.Checks(Written.Key(value), place);
}
