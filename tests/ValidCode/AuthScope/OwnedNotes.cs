namespace AuthScope;

/// <summary>A note of somebody.</summary>
public sealed record OwnedNote(int Id, string OwnerId, string Text);

/// <summary>Owners that are compared, and names that only look like one.</summary>
public sealed class OwnedNotes
{
    private readonly List<OwnedNote> _notes = new();
    private readonly HashSet<(int Note, string Owner)> _shares = new();

    public OwnedNote? FindForOwner(int id, string ownerId) =>
        _notes.Find(note => note.Id == id && note.OwnerId == ownerId);

    public OwnedNote? FindShared(int id, string userId) =>
        _shares.Contains((id, userId)) ? _notes.Find(note => note.Id == id) : null;

    /// <summary>Who reads is noted; the gate stands before.</summary>
    public OwnedNote? Inspect(int id, string readBy)
    {
        Console.WriteLine($"{readBy} reads {id}");
        return _notes.Find(note => note.Id == id);
    }
}

/// <summary>One private method compares the owner for all, and who gets a note with its owner can compare it.</summary>
public sealed class Drawer(string me)
{
    private readonly List<OwnedNote> _notes = new();

    public void Archive(int id) => _notes.Remove(LoadOwned(id));

    public string Read(int id) => LoadOwned(id).Text;

    public IEnumerable<OwnedNote> Mine() => _notes.Where(note => note.OwnerId == me);

    public OwnedNote? Peek(int id) => _notes.Find(note => note.Id == id);

    private OwnedNote LoadOwned(int id) => _notes.First(note => note.Id == id && note.OwnerId == me);
}
