using System.CommandLine;
using System.Globalization;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Ledgers;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary><c>aiaware sign-off</c>: a reviewer has read a member, as it is now.</summary>
internal static class SignOffCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("MEMBER|FILE")
        {
            Description = "The address of a member (M:Shop.Order.Total(decimal)), "
                + "the end of one (Order.Total), or a file",
        };
        var by = new Option<string>("--by") { Description = "Who has read it", Required = true, HelpName = "NAME" };
        var words = new Option<string>("--words")
        {
            Description = "What there is to say",
            DefaultValueFactory = _ => "",
        };
        var place = new Option<string?>("--in")
        {
            Description = "The solution or folder; the current folder if not said",
            HelpName = "PATH",
        };
        var command = new Command(
            "sign-off", $"Records in {SignOffs.FileName} that a member was read; a change makes it stale")
        {
            what, by, words, place,
        };
        command.Does(request =>
        {
            var workplace = Workplace.At(request.GetValue(place));
            var members = MembersOf(workplace, request.GetValue(what)!);
            Write(workplace, members, request.GetValue(by)!, request.GetValue(words)!);
            return ExitCode.Fine;
        });
        return command;
    }

    private static IReadOnlyList<DeclaredMember> MembersOf(Workplace workplace, string asked)
    {
        if (File.Exists(asked))
            return [.. DeclaredMember.In(asked).Where(member => member.DoesSomething)];
        var found = SourceFile.Below(workplace.Root)
            .SelectMany(DeclaredMember.In)
            .Where(member => member.IsCalled(asked))
            .ToList();
        return found.Count switch
        {
            0 => throw new Complaint($"There is no member and no file '{asked}' below {workplace.Root}"),
            1 => found,
            _ => throw new Complaint(
                $"'{asked}' may be {string.Join(" or ", found.Select(member => $"'{member.Address}'"))}: name one"),
        };
    }

    private static void Write(Workplace workplace, IReadOnlyList<DeclaredMember> members, string reviewer, string words)
    {
        if (string.IsNullOrWhiteSpace(reviewer)) throw new Complaint("--by needs a name");
        var date = Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var said = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var signed = members.Select(member => new SignOff(member.Address, member.Hash, date, reviewer, said)).ToList();
        var kept = ReviewFile.Read(workplace.Reviews).Entries
            .Where(entry => !signed.Exists(sign => sign.Member == entry.Member));
        LedgerFile.Write(workplace.Reviews, SignOffs.Print(kept.Concat(signed)));
        foreach (var sign in signed) Console.Out.WriteLine($"{sign.Member} {sign.Hash}");
    }
}
