using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>A piece of a page. It is made of literals of this program and of values that are only text.</summary>
internal sealed class Html
{
    private readonly string _text;

    private Html(string text) => _text = text;

    public static Html Nothing { get; } = new("");

    /// <summary>What stands in the holes is encoded, unless it is a piece itself.</summary>
    public static Html Of(Writer writer) => new(writer.ToString());

    /// <summary>A part of this program: never a value.</summary>
    public static Html OfResource(string name)
    {
        using var reader = new StreamReader(typeof(Html).Assembly.GetManifestResourceStream(name)!);
        return new Html(reader.ReadToEnd());
    }

    public override string ToString() => _text;

    [InterpolatedStringHandler]
    internal readonly ref struct Writer
    {
        private readonly StringBuilder _text;

        public Writer(int literalLength, int formattedCount) =>
            _text = new StringBuilder(literalLength + 16 * formattedCount);

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(Html piece) => _text.Append(piece);

        public void AppendFormatted(IEnumerable<Html> pieces)
        {
            foreach (var piece in pieces) _text.Append(piece);
        }

        public void AppendFormatted(string? value) => _text.Append(WebUtility.HtmlEncode(value));

        public void AppendFormatted(int value) => _text.Append(Figures.Of(value));

        /// <summary>A coordinate of a drawing.</summary>
        public void AppendFormatted(double value) =>
            _text.Append(value.ToString("0.##", CultureInfo.InvariantCulture));

        public override string ToString() => _text.ToString();
    }
}
