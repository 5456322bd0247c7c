using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

/// <summary>Files and rows that are read as they come, or whole for a reason.</summary>
public sealed class Imports(Shop shop)
{
    public static async Task<int> CountAsync(string path, CancellationToken token)
    {
        var count = 0;
        await foreach (var line in File.ReadLinesAsync(path, token))
            if (line.Length > 0) count++;
        return count;
    }

    /// <summary>The first line says what the others are: the table is walked by position.</summary>
    public static Dictionary<string, string> Header(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = lines[0].Split(';');
        var values = lines[1].Split(';');
        return names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The file is written again with what it had: it must be closed by then.</summary>
    public static void Sort(string path)
    {
        var lines = File.ReadAllLines(path);
        Array.Sort(lines, StringComparer.Ordinal);
        File.WriteAllLines(path, lines);
    }

    public static void Deduplicate(string path) => File.WriteAllLines(path, File.ReadAllLines(path).Distinct());

    public static void Clean(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tmp")) File.Delete(file);
    }

    public static void Archive(string folder, ZipArchive archive)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            archive.CreateEntryFromFile(file, Path.GetFileName(file));
    }

    public static string? Newest(string folder) =>
        new DirectoryInfo(folder)
            .GetFiles("*.bak")
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .FirstOrDefault()?.FullName;

    public static async Task<string> HashAsync(string path, CancellationToken token)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, token));
    }

    /// <summary>A certificate is small, and the API takes bytes.</summary>
    public static byte[] Certificate(string path) => File.ReadAllBytes(path);

    public static string Template(string path, IReadOnlyDictionary<string, string> values)
    {
        var text = File.ReadAllText(path);
        foreach (var value in values) text = text.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Rows go to the database in batches.</summary>
    public async Task<int> LoadAsync(string path, CancellationToken token)
    {
        var batch = new List<Order>();
        var total = 0;
        await foreach (var line in File.ReadLinesAsync(path, token))
        {
            batch.Add(new Order { Reference = line });
            if (batch.Count < 500) continue;
            shop.Orders.AddRange(batch);
            total += await shop.SaveChangesAsync(token);
            batch.Clear();
        }

        shop.Orders.AddRange(batch);
        return total + await shop.SaveChangesAsync(token);
    }

    public static async IAsyncEnumerable<string> NamesAsync(DbDataReader reader)
    {
        while (await reader.ReadAsync()) yield return reader.GetString(0);
    }

    /// <summary>A list was promised.</summary>
    public static async Task<List<string>> AllNamesAsync(DbDataReader reader, CancellationToken token)
    {
        var names = new List<string>();
        while (await reader.ReadAsync(token)) names.Add(reader.GetString(0));
        return names;
    }

    public static async Task<Stock[]> ParseAsync(Stream body, CancellationToken token) =>
        await JsonSerializer.DeserializeAsync<Stock[]>(body, cancellationToken: token) ?? [];

    public static string Csv(IEnumerable<Stock> stock)
    {
        var text = new StringBuilder("sku;available\n");
        foreach (var item in stock) text.Append(item.Sku).Append(';').Append(item.Available).Append('\n');
        return text.ToString();
    }

    /// <summary>A path has few parts.</summary>
    public static string Join(params string[] parts)
    {
        var path = "";
        foreach (var part in parts) path += "/" + part;
        return path;
    }

    public static void CopyBlock(Stream from, Stream to)
    {
        var buffer = new byte[81_920];
        for (int read; (read = from.Read(buffer, 0, buffer.Length)) > 0;) to.Write(buffer, 0, read);
    }

    /// <summary>The same text is needed twice: for the log and for the parser.</summary>
    public static async Task<Stock?> ReadAsync(HttpResponseMessage response, TextWriter log, CancellationToken token)
    {
        var json = await response.Content.ReadAsStringAsync(token);
        await log.WriteLineAsync(json);
        return JsonSerializer.Deserialize<Stock>(json);
    }

    public static async Task EnsureAsync(HttpResponseMessage response, CancellationToken token)
    {
        if (response.IsSuccessStatusCode) return;
        var problem =
            JsonSerializer.Deserialize<Dictionary<string, string>>(await response.Content.ReadAsStringAsync(token));
        throw new HttpRequestException(problem?.GetValueOrDefault("title"));
    }
}
