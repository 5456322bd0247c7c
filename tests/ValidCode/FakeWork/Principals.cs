using System.Security.Claims;

namespace Good.FakeWork.Principals;

public sealed class Entry
{
    public string UserId { get; set; } = "";

    public string CreatedBy { get; set; } = "system";

    public Guid TenantId { get; set; } = Guid.Empty;

    public string Role { get; set; } = "";
}

public static class ClaimNames
{
    public const string UserId = "user_id";

    public const string TenantId = "tenant_id";

    public const string CurrentUser = "current-user";
}

public class Entries(List<Entry> entries, ClaimsPrincipal principal)
{
    public List<Entry> Mine()
    {
        var userId = principal.FindFirst(ClaimNames.UserId)?.Value ?? "";
        return entries.Where(entry => entry.UserId == userId).ToList();
    }

    public bool IsUnowned(Entry entry) => entry.TenantId == Guid.Empty;

    public void Sweep()
    {
        entries.Add(new Entry { CreatedBy = "System", UserId = "system" });
    }

    public Entry Say(string text) => new() { Role = "user", UserId = text };

    public void Clear(Entry entry) => entry.UserId = "";
}

public static class EntrySeeder
{
    public static List<Entry> Seed() => new() { new Entry { UserId = "user-1", CreatedBy = "admin" } };
}
