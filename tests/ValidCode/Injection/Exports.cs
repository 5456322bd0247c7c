namespace ValidCode.Injection;

/// <summary>A library that saves where its caller says: that there is a path is all that it asks.</summary>
public static class Exports
{
    public static void Save(string path, string text)
    {
        if (path.Length == 0) throw new ArgumentException("Say where to save it.", nameof(path));

        File.WriteAllText(path, text);
    }
}
