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
