namespace AuthScope;

/// <summary>
/// Rules for values, where nothing to check is nothing to object to, and questions about what a thing allows to be done
/// with it.
/// </summary>
public sealed class FormRules(Func<string, bool>? selector)
{
    public bool IsValid(string? value)
    {
        if (value == null) return true;

        return value.Length is > 2 and < 80;
    }

    public bool IsHostValid(string? host)
    {
        if (string.IsNullOrEmpty(host)) return true;

        return Uri.CheckHostName(host) != UriHostNameType.Unknown;
    }

    public bool CanBind(string address) => selector?.Invoke(address) ?? true;

    public bool CanSetForeignKey(string? column)
    {
        if (column is null) return true;

        return column.EndsWith("Id", StringComparison.Ordinal);
    }

    public bool CanPrint(Uri? printer)
    {
        if (printer == null) return true;

        return printer.IsAbsoluteUri;
    }
}
