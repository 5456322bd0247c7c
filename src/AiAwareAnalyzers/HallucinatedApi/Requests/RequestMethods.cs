using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>
/// Methods of the program that make the request of which their caller says the path:
/// <c>Task&lt;T?&gt; Get&lt;T&gt;(string path)</c>.
/// </summary>
internal sealed class RequestMethods
{
    private static readonly ImmutableHashSet<string> Telling = WordSet.Of(
        "GetAsync PostAsync PutAsync PatchAsync DeleteAsync GetStringAsync GetStreamAsync GetFromJsonAsync",
        "PostAsJsonAsync PutAsJsonAsync PatchAsJsonAsync DeleteFromJsonAsync HttpRequestMessage");

    private readonly ConcurrentDictionary<IMethodSymbol, PassedRequest?> _known = new(SymbolEqualityComparer.Default);
    private readonly MethodSummaries _methods;
    private readonly HttpRequests _requests;
    private readonly IAssemblySymbol _assembly;

    private RequestMethods(Compilation compilation)
    {
        _methods = MethodSummaries.Of(compilation);
        _requests = HttpRequests.Of(compilation);
        _assembly = compilation.Assembly;
    }

    public static RequestMethods Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new RequestMethods(c));

    /// <summary>The request that a call has made; null where it makes none, or one with a path of its own.</summary>
    public DeclaredRequest? Made(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (!method.Parameters.Any(IsText)
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _assembly)
            || _known.GetOrAdd(method, Behind) is not { } passed
            || ValueOf(call, passed.Path) is not { } path)
            return null;
        var address = _requests.AddressOf(path);
        return new(
            new(passed.Method, _requests.PathOf(passed.Around(address)), path.Syntax),
            passed.Sent is { } sent && ValueOf(call, sent) is { } value && value.AsWritten().Type is { } type
                ? new(type, Serialization.Unknown, value.Syntax)
                : null,
            passed.Read is var (place, serialization) && place < call.TargetMethod.TypeArguments.Length
                ? new(call.TargetMethod.TypeArguments[place], serialization, WireValues.TypeArgumentOf(call))
                : null);
    }

    private static bool IsText(IParameterSymbol parameter) => parameter.Type.SpecialType == SpecialType.System_String;

    private static IOperation? ValueOf(IInvocationOperation call, int parameter) =>
        call.Arguments.FirstOrDefault(argument =>
            argument.Parameter?.Ordinal == parameter && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    /// <summary>A body without a telling word is not bound.</summary>
    private PassedRequest? Behind(IMethodSymbol method)
    {
        var bodies = _methods.Behind(method);
        if (bodies.Length != 1 || !bodies[0].Method.DeclaringSyntaxReferences.Any(static declaration =>
            declaration.GetSyntax().DescendantTokens().Any(token => Telling.Contains(token.ValueText))))
            return null;
        return bodies[0].Body is { } body ? In(body.DescendantsAndSelf().ToList()) : null;
    }

    private PassedRequest? In(List<IOperation> body)
    {
        var made = body.Select(operation => (Operation: operation, Request: _requests.Made(operation)))
            .Where(static pair => pair.Request is not null)
            .Take(2)
            .ToList();
        if (made.Count != 1 || HttpRequests.AddressIn(made[0].Operation) is not { } address) return null;
        var template = _requests.AddressOf(address);
        var holes = template.Holes.Select(hole => hole.Value.AsWritten())
            .OfType<IParameterReferenceOperation>()
            .Where(reference => IsText(reference.Parameter))
            .ToList();
        if (holes.Count != 1) return null;
        return new(made[0].Request!.Method, template, holes[0].Parameter.Ordinal, SentIn(body), ReadIn(body));
    }

    /// <summary>The parameter that is sent as JSON.</summary>
    private static int? SentIn(List<IOperation> body) => Only(body
        .OfType<IArgumentOperation>()
        .Where(argument => argument.Parameter?.Name is "value" or "inputValue"
            && argument.Parent is IInvocationOperation
            {
                TargetMethod.ContainingType.Name: "HttpClientJsonExtensions" or "JsonContent" or "JsonSerializer"
            })
        .Select(argument => argument.Value.AsWritten())
        .OfType<IParameterReferenceOperation>()
        .Select(reference => reference.Parameter.Ordinal));

    /// <summary>The type parameter that is read from JSON.</summary>
    private static (int Place, Serialization Serialization)? ReadIn(List<IOperation> body) => Only(body
        .OfType<IInvocationOperation>()
        .Select(WireValues.ReadBy)
        .Where(read => read?.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method })
        .Select(read => (((ITypeParameterSymbol)read!.Type).Ordinal, read.Serialization)));

    private static T? Only<T>(IEnumerable<T> found)
        where T : struct
    {
        var all = found.Distinct().Take(2).ToList();
        return all.Count == 1 ? all[0] : null;
    }

    /// <summary>What a method does with the path that it is given.</summary>
    private sealed record PassedRequest(
        string Method, Template Address, int Path, int? Sent, (int Place, Serialization Serialization)? Read)
    {
        /// <summary>The whole address, with what the caller says in its place.</summary>
        public Template Around(Template said) => new(Address.Parts
            .SelectMany(part => part is Hole hole
                && hole.Value.AsWritten() is IParameterReferenceOperation reference
                && reference.Parameter.Ordinal == Path
                    ? said.Parts
                    : ImmutableArray.Create(part))
            .ToImmutableArray());
    }
}
