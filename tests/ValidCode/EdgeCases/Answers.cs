using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ValidCode.EdgeCases;

/// <summary>Answers of other services, read with a look at what is in them.</summary>
public sealed class Answers(HttpClient client)
{
    public async Task<string?> FirstAsync()
    {
        var page = await client.GetFromJsonAsync<Page>("items");
        return page?.Items?.FirstOrDefault();
    }

    public async Task<int> CountAsync()
    {
        var page = await client.GetFromJsonAsync<Page>("items");
        if (page is not { Items: { } items }) throw new InvalidOperationException("The answer has no items.");
        return items.Count;
    }

    public async Task<int> CheckedAsync()
    {
        var page = await client.GetFromJsonAsync<Page>("items")
            ?? throw new InvalidOperationException("The answer is empty.");
        if (page.Items is null) return 0;
        return page.Items.Count;
    }

    public async Task<int> DemandedAsync()
    {
        var page = await client.GetFromJsonAsync<DemandingPage>("items")
            ?? throw new InvalidOperationException("The answer is empty.");
        return page.Items.Count + page.Tags.Count + page.Notes.Count;
    }

    public async Task<int> ValidatedAsync()
    {
        var page = await client.GetFromJsonAsync<Page>("items")
            ?? throw new InvalidOperationException("The answer is empty.");
        Validate(page);
        return page.Items.Count;
    }

    /// <summary>Whatever is wrong with the answer ends in one place.</summary>
    public async Task<int> RescuedAsync()
    {
        try
        {
            var page = await client.GetFromJsonAsync<Page>("items");
            return page!.Items.Count;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("The answer cannot be read.", exception);
        }
    }

    /// <summary>What the program wrote itself a line before.</summary>
    public int Copied(Page page)
    {
        var copy = JsonSerializer.Deserialize<Page>(JsonSerializer.Serialize(page));
        return copy!.Items.Count;
    }

    private static void Validate(Page page)
    {
        if (page.Items is null) throw new InvalidOperationException("The answer has no items.");
    }
}

public sealed class Page
{
    public List<string> Items { get; set; } = null!;
}

public sealed class DemandingPage
{
    public required List<string> Items { get; init; }

    public List<string> Tags { get; set; } = [];

    [JsonRequired]
    public List<string> Notes { get; set; } = null!;
}
