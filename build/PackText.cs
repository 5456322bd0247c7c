using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Packs a text so that the same text gives the same bytes on every machine: the library's own compression may change with its version.</summary>
/// <remarks>
/// A control byte announces eight items, lowest bit first: 0 a literal byte, 1 a copy of what was written before, as distance (two bytes)
/// and length less four (one byte). Knowledge/KnownText.cs reads it.
/// </remarks>
public sealed class PackText : Task
{
    private const int ShortestCopy = 4;
    private const int LongestCopy = byte.MaxValue + ShortestCopy;
    private const int Farthest = ushort.MaxValue;
    private const int MostCandidates = 64;

    [Required]
    public string Text { get; set; }

    [Required]
    public string Packed { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Packed));
        File.WriteAllBytes(Packed, Pack(File.ReadAllBytes(Text)));
        return true;
    }

    private static byte[] Pack(byte[] text)
    {
        var packed = new List<byte>();
        var places = new Dictionary<int, List<int>>();
        var control = 0;
        var item = 8;
        for (var at = 0; at < text.Length; item++)
        {
            if (item == 8)
            {
                item = 0;
                control = packed.Count;
                packed.Add(0);
            }

            int distance;
            var length = LongestMatch(text, at, places, out distance);
            if (length < ShortestCopy)
            {
                packed.Add(text[at]);
                length = 1;
            }
            else
            {
                packed[control] |= (byte)(1 << item);
                packed.Add((byte)(distance >> 8));
                packed.Add((byte)distance);
                packed.Add((byte)(length - ShortestCopy));
            }

            for (var end = at + length; at < end; at++) Remember(text, at, places);
        }

        return packed.ToArray();
    }

    private static int LongestMatch(byte[] text, int at, Dictionary<int, List<int>> places, out int distance)
    {
        var longest = 0;
        distance = 0;
        List<int> candidates;
        if (at + ShortestCopy > text.Length || !places.TryGetValue(BitConverter.ToInt32(text, at), out candidates)) return 0;

        for (var i = candidates.Count - 1; i >= Math.Max(0, candidates.Count - MostCandidates) && at - candidates[i] <= Farthest; i--)
        {
            var length = MatchLength(text, candidates[i], at);
            if (length <= longest) continue;
            longest = length;
            distance = at - candidates[i];
        }

        return longest;
    }

    private static int MatchLength(byte[] text, int earlier, int at)
    {
        var length = 0;
        while (length < LongestCopy && at + length < text.Length && text[earlier + length] == text[at + length]) length++;
        return length;
    }

    private static void Remember(byte[] text, int at, Dictionary<int, List<int>> places)
    {
        if (at + ShortestCopy > text.Length) return;
        List<int> known;
        var key = BitConverter.ToInt32(text, at);
        if (!places.TryGetValue(key, out known)) places[key] = known = new List<int>();
        known.Add(at);
    }
}
