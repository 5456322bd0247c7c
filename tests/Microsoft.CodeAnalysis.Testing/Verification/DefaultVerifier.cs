using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fails by throwing an <see cref="InvalidOperationException"/>, which every test framework understands.</summary>
public class DefaultVerifier : IVerifier
{
    public DefaultVerifier()
        : this([])
    {
    }

    protected DefaultVerifier(ImmutableStack<string> context)
    {
        Context = context;
    }

    protected ImmutableStack<string> Context { get; }

    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection) =>
        True(!collection.Any(), $"Expected '{collectionName}' to be empty, but it has {collection.Count()} elements.");

    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection) =>
        True(collection.Any(), $"Expected '{collectionName}' not to be empty.");

    public virtual void Equal<T>(T expected, T actual, string? message = null) =>
        True(
            EqualityComparer<T>.Default.Equals(expected, actual),
            message ?? $"Expected '{expected}', but it is '{actual}'.");

    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
            Fail(message ?? "Expected 'true', but it is 'false'.");
    }

    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null) =>
        True(!assert, message ?? "Expected 'false', but it is 'true'.");

    [DoesNotReturn]
    public virtual void Fail(string? message = null) =>
        throw new InvalidOperationException(CreateMessage(message ?? "The test failed without saying why."));

    public virtual void LanguageIsSupported(string language) =>
        True(
            language is LanguageNames.CSharp or LanguageNames.VisualBasic,
            $"The language '{language}' is not supported.");

    public virtual void SequenceEqual<T>(
        IEnumerable<T> expected,
        IEnumerable<T> actual,
        IEqualityComparer<T>? equalityComparer = null,
        string? message = null) =>
        True(
            expected.SequenceEqual(actual, equalityComparer),
            message ?? $"Expected [{string.Join(", ", expected)}], but it is [{string.Join(", ", actual)}].");

    public virtual IVerifier PushContext(string context) => new DefaultVerifier(Context.Push(context));

    protected virtual string CreateMessage(string? message)
    {
        var text = new StringBuilder();
        foreach (var context in Context.Reverse())
            text.Append("Context: ").AppendLine(context);

        return text.Append(message).ToString();
    }
}
