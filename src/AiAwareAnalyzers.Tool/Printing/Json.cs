using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>
/// JSON in the form in which this program writes it: for files, not for pages, so quotes stay quotes.
/// </summary>
internal static class Json
{
    private const int MostPending = 1 << 16;

    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Utf8JsonWriter To(Stream output) => new(output, Form);

    /// <summary>Writes items one by one, so that many of them never stand in memory as text.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
            if (json.BytesPending > MostPending) json.Flush();
        }

        json.WriteEndArray();
    }
}
