using System.Text;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>The data that lies in this assembly as text: one entry a line, <c>#</c> begins a comment.</summary>
internal static class KnownText
{
    private const int ShortestCopy = 4;
    private const int ItemsPerControl = 8;

    /// <summary>The lines of a text, without comments and blank ones.</summary>
    public static IEnumerable<string> Lines(string name) =>
        Unpack(Bytes(name + ".packed")).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#');

    private static List<byte> Bytes(string name)
    {
        var bytes = new List<byte>();
        using var stream = typeof(KnownText).Assembly.GetManifestResourceStream(name);
        while (stream?.ReadByte() is { } read and >= 0) bytes.Add((byte)read);
        return bytes;
    }

    /// <summary>Undoes build/PackText.cs: eight items after each control byte, a literal byte or a copy of what stands further up.</summary>
    private static string Unpack(List<byte> packed)
    {
        var text = new List<byte>(packed.Count * ItemsPerControl);
        for (var at = 0; at < packed.Count;)
        {
            var control = packed[at++];
            for (var item = 0; item < ItemsPerControl && at < packed.Count; item++)
            {
                if ((control & (1 << item)) == 0)
                {
                    text.Add(packed[at++]);
                    continue;
                }

                var from = text.Count - (packed[at] << 8 | packed[at + 1]);
                for (var left = packed[at + 2] + ShortestCopy; left > 0; left--) text.Add(text[from++]);
                at += 3;
            }
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
