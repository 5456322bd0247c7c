using System.Text.Json;

namespace AiAwareAnalyzers.Tool.Sarif;

/// <summary>JSON that is read piece by piece: never more of it in memory than one value.</summary>
internal sealed class StreamedJson(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isComplete;
    private JsonReaderState _state;

    public JsonTokenType Token { get; private set; }

    /// <summary>The name of a property, or the text of a string.</summary>
    public string Text { get; private set; } = "";

    public bool Read()
    {
        while (true)
        {
            var reader = NewReader();
            if (reader.Read())
            {
                Token = reader.TokenType;
                Text = Token is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString()! : "";
                Advance(reader);
                return true;
            }

            if (_isComplete) return false;
            Fill();
        }
    }

    /// <summary>The value that comes next, as a whole; null at the end of an array.</summary>
    public JsonDocument? Value()
    {
        while (true)
        {
            var reader = NewReader();
            var isThere = reader.Read();
            if (isThere && reader.TokenType == JsonTokenType.EndArray)
            {
                Advance(reader);
                return null;
            }

            if (isThere && JsonDocument.TryParseValue(ref reader, out var value))
            {
                Advance(reader);
                return value;
            }

            Fill();
        }
    }

    /// <summary>Goes to the end of the value that comes next.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            if (!Read()) return;
            if (Token is JsonTokenType.StartObject or JsonTokenType.StartArray) depth++;
            if (Token is JsonTokenType.EndObject or JsonTokenType.EndArray) depth--;
        }
        while (depth > 0 || Token == JsonTokenType.PropertyName);
    }

    private Utf8JsonReader NewReader() => new(_buffer.AsSpan(_start, _end - _start), _isComplete, _state);

    private void Advance(Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private void Fill()
    {
        var rest = _end - _start;
        var target = rest > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, rest);
        _buffer = target;
        _start = 0;
        var count = stream.Read(_buffer, rest, _buffer.Length - rest);
        _end = rest + count;
        _isComplete = count == 0;
    }
}
