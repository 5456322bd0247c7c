using System.Text;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What an invented member plainly says, told in another way than the fix writes it.</summary>
/// <param name="Type">What it is asked of; after <c>static</c> where it is asked of the type itself.</param>
/// <param name="Names">Without capitals; a dot before a name that is read and not called.</param>
/// <param name="Oracle">Takes the receiver, if any, and the arguments. What it throws at has no meaning: there the fix
/// may do as it likes.</param>
/// <param name="IsDeed">The call is a statement, and the oracle says what becomes of the receiver.</param>
internal sealed record PlainSaying(string Type, string Names, Delegate Oracle, bool IsDeed = false);

/// <summary>All that the fixes are trusted to write in the place of invented members.</summary>
internal static class PlainSayings
{
    public static readonly PlainSaying[] All =
    [
        // Text.
        new("String", "charat at", (string it, int i) => it.ToCharArray()[i]),
        new("String", "size len count", (string it) => it.ToCharArray().Length),
        new("String", ".size .count", (string it) => it.ToCharArray().Length),
        new("String", "isempty empty", (string it) => it == ""),
        new("String", ".isempty .empty", (string it) => it == ""),
        new("String", "isblank isnullorblank", (string it) => it.All(char.IsWhiteSpace)),
        new("String", ".isblank", (string it) => it.All(char.IsWhiteSpace)),
        new("String", "isnotempty", (string it) => it != ""),
        new("String", "isnotblank", (string it) => it.Any(c => !char.IsWhiteSpace(c))),
        new(
            "String",
            "equalsignorecase equalfold equalsfold",
            (string it, string x) => it.ToUpperInvariant() == x.ToUpperInvariant()),
        new(
            "String",
            "containsignorecase icontains",
            (string it, string x) => Starts(it.ToUpperInvariant(), x.ToUpperInvariant()).Any()),
        new(
            "String",
            "startswithignorecase",
            (string it, string x) => Starts(it.ToUpperInvariant(), x.ToUpperInvariant()).Contains(0)),
        new("String", "endswithignorecase", (string it, string x) =>
            Starts(it.ToUpperInvariant(), x.ToUpperInvariant()).Contains(it.Length - x.Length)),
        new(
            "String",
            "indexofignorecase",
            (string it, string x) => Starts(it.ToUpperInvariant(), x.ToUpperInvariant()).Append(-1).First()),
        new("String", "hasprefix beginswith", (string it, string x) => Starts(it, x).Contains(0)),
        new("String", "hassuffix", (string it, string x) => Starts(it, x).Contains(it.Length - x.Length)),
        new("String", "includes", (string it, string x) => Starts(it, x).Any()),
        new("String", "strreplace", (string it, string a, string b) => string.Join(b, it.Split(NotEmpty(a)))),
        new("String", "strip trimspace", (string it) => string.Concat(Bare(Bare(it).Reverse()).Reverse())),
        new("String", "lstrip trimleft stripleading", (string it) => string.Concat(Bare(it))),
        new("String", "rstrip trimright striptrailing", (string it) => string.Concat(Bare(it.Reverse()).Reverse())),
        new(
            "String",
            "removeprefix stripprefix trimprefix",
            (string it, string x) => Starts(it, x).Contains(0) ? string.Concat(it.Skip(x.Length)) : it),
        new("String", "removesuffix stripsuffix trimsuffix", (string it, string x) =>
            Starts(it, x).Contains(it.Length - x.Length) ? string.Concat(it.SkipLast(x.Length)) : it),
        new("String", "left truncate", (string it, int n) => string.Concat(it.Take(NotNegative(n)))),
        new("String", "right", (string it, int n) => string.Concat(it.TakeLast(NotNegative(n)))),
        new(
            "String",
            "ucfirst capitalizefirst",
            (string it) => string.Concat(it.Select((c, at) => at == 0 ? char.ToUpper(c) : c))),
        new("String", "upcase upper uppercase touppercase", (string it) => string.Concat(it.Select(char.ToUpper))),
        new("String", "downcase lower lowercase tolowercase", (string it) => string.Concat(it.Select(char.ToLower))),
        new(
            "String",
            "padstart leftpad lpad",
            (string it, int n) => new string(' ', Math.Max(0, NotNegative(n) - it.Length)) + it),
        new(
            "String",
            "padstart leftpad lpad",
            (string it, int n, char c) => new string(c, Math.Max(0, NotNegative(n) - it.Length)) + it),
        new(
            "String",
            "padend rightpad rpad",
            (string it, int n) => it + new string(' ', Math.Max(0, NotNegative(n) - it.Length))),
        new(
            "String",
            "padend rightpad rpad",
            (string it, int n, char c) => it + new string(c, Math.Max(0, NotNegative(n) - it.Length))),
        new("String", "repeat", (string it, int n) => new StringBuilder().Insert(0, it, NotNegative(n)).ToString()),
        new("String", "explode", (string it, char x) => Parts(it, x)),
        new("String", "toint toint32", (string it) => Convert.ToInt32(it)),
        new("String", "tolong toint64", (string it) => Convert.ToInt64(it)),
        new("String", "toguid", (string it) => new Guid(it)),
        new("String", "htmlencode", (string it) => it.All(c => c < 128) ? it.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;")
            .Replace("'", "&#39;") : throw new NotSupportedException()),
        new("String", "htmldecode", (string it) => it.Replace("&lt;", "<").Replace("&amp;", "&")),
        new("static String", "isempty", (string x) => x == ""),
        new("static String", "isblank isnullorblank", (string x) => x.All(char.IsWhiteSpace)),
        new("static String", "implode", (string x, List<string> xs) => xs.Aggregate((a, b) => a + x + b)),

        // Numbers.
        new("static Int32", "parseint valueof", (string x) => Convert.ToInt32(x)),
        new(
            "static Math",
            "clip constrain",
            (int x, int a, int b) => a > b ? throw new ArgumentException() : x < a ? a : x > b ? b : x),
        new("static Math", "ceil", (double x) => x % 1 > 0 ? x - x % 1 + 1 : x - x % 1),
        new("static Math", "trunc", (double x) => x - x % 1),
        new("static Math", "fabs", (double x) => x < 0 ? -x : x),
        new("static Math", "power", (double x, int n) =>
            n < 0 ? throw new ArgumentException() : Enumerable.Repeat(x, n).Aggregate(1.0, (a, b) => a * b)),
        new("static Math", "square", (int x) => x * x),
        new("static Math", "hypot", (double a, double b) => new System.Numerics.Complex(a, b).Magnitude),
        new("static Math", "signum", (int x) => x.CompareTo(0)),
        new(
            "static Math",
            "ln",
            (double x) => x <= 0 ? throw new ArgumentException() : Math.Log2(x) / Math.Log2(Math.E)),
        new(
            "static Math",
            "floormod",
            (int a, int b) => b == 0 ? throw new DivideByZeroException() : a - b * (int)Math.Floor((double)a / b)),
        new("Int32", "iseven", (int it) => (it & 1) == 0),
        new("Int32", "isodd", (int it) => (it & 1) == 1),
        new("Int32", "abs", (int it) => it < 0 ? -it : it),
        new(
            "Int32",
            "clamp clip",
            (int it, int a, int b) => a > b ? throw new ArgumentException() : it < a ? a : it > b ? b : it),

        // Time.
        new("DateTime", "addweeks plusweeks", (DateTime it, int n) => it + new TimeSpan(n * 7, 0, 0, 0)),
        new("DateTime", "minusweeks subtractweeks", (DateTime it, int n) => it - new TimeSpan(n * 7, 0, 0, 0)),
        new("DateTime", "plusdays", (DateTime it, int n) => it + new TimeSpan(n, 0, 0, 0)),
        new("DateTime", "minusdays subtractdays", (DateTime it, int n) => it - new TimeSpan(n, 0, 0, 0)),
        new("DateTime", "plusmonths", (DateTime it, int n) => Later(it, n)),
        new("DateTime", "minusmonths subtractmonths", (DateTime it, int n) => Later(it, -n)),
        new("DateTime", "plusyears", (DateTime it, int n) => Later(it, 12 * n)),
        new("DateTime", "minusyears subtractyears", (DateTime it, int n) => Later(it, -12 * n)),
        new("DateTime", "plushours", (DateTime it, int n) => it + new TimeSpan(n, 0, 0)),
        new("DateTime", "minushours subtracthours", (DateTime it, int n) => it - new TimeSpan(n, 0, 0)),
        new("DateTime", "plusminutes", (DateTime it, int n) => it + new TimeSpan(0, n, 0)),
        new("DateTime", "minusminutes subtractminutes", (DateTime it, int n) => it - new TimeSpan(0, n, 0)),
        new("DateTime", "plusseconds", (DateTime it, int n) => it + new TimeSpan(0, 0, n)),
        new("DateTime", "minusseconds subtractseconds", (DateTime it, int n) => it - new TimeSpan(0, 0, n)),
        new("DateTime", "dayofmonth getdayofmonth", (DateTime it) => it.AddDays(-it.Day).AddDays(it.Day).Day),
        new("DateTime", ".dayofmonth", (DateTime it) => (it.Date - new DateTime(it.Year, it.Month, 1)).Days + 1),
        new("DateTime", "getfullyear", (DateTime it) => int.Parse(it.ToString("yyyy"))),
        new("DateTime", "isweekend", (DateTime it) => it.DayOfWeek.ToString()[0] == 'S'),
        new("DateTime", "isbefore", (DateTime it, DateTime x) => it.Ticks < x.Ticks),
        new("DateTime", "isafter", (DateTime it, DateTime x) => it.Ticks > x.Ticks),
        new("DateTime", "startofday", (DateTime it) => it - it.TimeOfDay),
        new(
            "DateTime",
            "toisostring toiso8601string isoformat",
            (DateTime it) => (object? said) => IsIso((string)said!, it)),
        new("static DateTime", ".utctoday", () => (object? said) =>
            ((DateTime)said!).TimeOfDay.Ticks == 0 && DateTime.UtcNow - (DateTime)said! is { TotalDays: >= 0 and < 1 }),
        new(
            "static DateTime",
            ".tomorrow",
            () => (object? said) => (DateTime)said! - DateTime.Now is { Ticks: > 0, TotalDays: <= 1 }),
        new(
            "static DateTime",
            ".yesterday",
            () => (object? said) => DateTime.Now - (DateTime)said! is { TotalDays: >= 1 and < 2 }),
        new("TimeSpan", ".totalmins", (TimeSpan it) => it.Ticks / 600_000_000.0),
        new("TimeSpan", ".totalsecs", (TimeSpan it) => it.Ticks / 10_000_000.0),
        new("TimeSpan", ".totalmillis", (TimeSpan it) => it.Ticks / 10_000.0),
        new("TimeSpan", ".totalweeks", (TimeSpan it) => it.Ticks / 6_048_000_000_000.0),
        new("static TimeSpan", "ofseconds", (int n) => new TimeSpan(0, 0, n)),
        new("static TimeSpan", "ofminutes", (int n) => new TimeSpan(0, n, 0)),
        new("static TimeSpan", "ofhours", (int n) => new TimeSpan(n, 0, 0)),
        new("static TimeSpan", "ofdays", (int n) => new TimeSpan(n, 0, 0, 0)),
        new("static TimeSpan", "ofmillis frommillis", (int n) => new TimeSpan(0, 0, 0, 0, n)),
        new("static TimeSpan", "fromweeks", (int n) => new TimeSpan(n * 7, 0, 0, 0)),
        new("Guid", "isempty", (Guid it) => it.ToByteArray().All(b => b == 0)),
        new("Guid", ".isempty", (Guid it) => it.ToByteArray().All(b => b == 0)),
        new("static Guid", "randomuuid uuid4 generate", () => (object? said) => ((Guid)said!).ToString()[14] == '4'),

        // Files.
        new("static Path", "getextensionwithoutdot", (string x) => Name(x).Contains('.') ? Name(x).Split('.')[^1] : ""),
        new(
            "static Path",
            "extension getext ext extname getfileextension",
            (string x) => Name(x).Contains('.') ? "." + Name(x).Split('.')[^1] : ""),
        new("static Path", "basename filename", (string x) => Name(x)),
        new(
            "static Path",
            "dirname",
            (string x) => x.Contains('/') ? x[..x.LastIndexOf('/')] : throw new NotSupportedException()),
        new(
            "static Path",
            "stem filenamewithoutextension",
            (string x) => Name(x).Contains('.') ? Name(x)[..Name(x).LastIndexOf('.')] : Name(x)),
        new("static Path", "abspath", (string x) => x == "" ? throw new ArgumentException() : new FileInfo(x).FullName),
        new(
            "static Path",
            "gettempdir gettempdirectory gettempfolder",
            () => (object? said) => Directory.Exists((string)said!)),
        new("static File", "getfilename", (string x) => Name(x)),
        new("static File", "getextension", (string x) => Name(x).Contains('.') ? "." + Name(x).Split('.')[^1] : ""),
        new(
            "static File",
            "getfilenamewithoutextension",
            (string x) => Name(x).Contains('.') ? Name(x)[..Name(x).LastIndexOf('.')] : Name(x)),
        new(
            "static File",
            "combine",
            (string a, string b) => b.StartsWith('/') || a.Length == 0 || b.Length == 0 || a.EndsWith('/')
                ? throw new NotSupportedException()
                : a + "/" + b),
        new("static File", "fileexists isfile", (string x) => new FileInfo(x).Exists),
        new("static Directory", "directoryexists isdir", (string x) => new DirectoryInfo(x).Exists),
        new("static Path", "readalltext", (string x) => Encoding.UTF8.GetString(File.ReadAllBytes(x))),
        new("static Path", "readalllines", (string x) =>
            Encoding.UTF8.GetString(File.ReadAllBytes(x)).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        new("static File", "filegetcontents readtext", (string x) => Encoding.UTF8.GetString(File.ReadAllBytes(x))),
        new("static File", "getsize filesize", (string x) => (long)File.ReadAllBytes(x).Length),
        new(
            "static File",
            "getfiles",
            (string x) => new DirectoryInfo(x).GetFiles().Select(file => x + "/" + file.Name)),
        new("static Directory", "getcwd", () => (object? said) => (string)said! == Environment.CurrentDirectory),

        // Collections.
        new("StringBuilder", "size len", (StringBuilder it) => it.ToString().Length),
        new(
            "StringBuilder",
            "deletecharat",
            (StringBuilder it, int i) => new StringBuilder(it.ToString().Remove(i, 1))),
        new(
            "StringBuilder",
            "addline",
            (StringBuilder it, string x) => new StringBuilder(it + x + Environment.NewLine)),
        new(
            "StringBuilder",
            "setlength",
            (StringBuilder it, int n) => new StringBuilder(it.ToString().PadRight(NotNegative(n), '\0')[..n]),
            IsDeed: true),
        new("List", "size length", (List<int> it) => it.ToArray().Length),
        new("List", ".size .length", (List<int> it) => it.ToArray().Length),
        new("List", "isempty empty", (List<int> it) => it.ToArray().Length == 0),
        new("List", ".isempty", (List<int> it) => it.ToArray().Length == 0),
        new("List", "get at", (List<int> it, int i) => it.ToArray()[i]),
        new("List", "set", (List<int> it, int i, int x) => NotNegative(i) < it.Count
            ? it.Select((old, at) => at == i ? x : old)
            : throw new ArgumentException(), IsDeed: true),
        new("List", "push append pushback emplaceback", (List<int> it, int x) => it.Concat([x]), IsDeed: true),
        new("List", "addall extend appendrange", (List<int> it, List<int> xs) => it.Concat(xs), IsDeed: true),
        new("List", "unshift addfirst", (List<int> it, int x) => new[] { x }.Concat(it), IsDeed: true),
        new("List", "insertat", (List<int> it, int i, int x) => i > it.Count
            ? throw new ArgumentException()
            : it.Take(NotNegative(i)).Append(x).Concat(it.Skip(i)), IsDeed: true),
        new("List", "removeif removewhere", (List<int> it, Predicate<int> p) => it.Where(x => !p(x)), IsDeed: true),
        new("List", "sublist", (List<int> it, int a, int b) => it.ToArray()[a..b]),
        new("Array", "size len", (int[] it) => it.Count()),
        new("Array", ".size", (int[] it) => it.Count()),
        new("Dictionary", "size length", (Dictionary<string, int> it) => it.ToList().Count),
        new("Dictionary", "isempty empty", (Dictionary<string, int> it) => it.ToList().Count == 0),
        new("Dictionary", "put set", (Dictionary<string, int> it, string k, int v) => it.Where(pair => pair.Key != k)
            .Append(KeyValuePair.Create(k, v))
            .OrderBy(pair => it.Keys.Append(k).ToList().IndexOf(pair.Key)), IsDeed: true),
        new("Dictionary", "haskey keyexists", (Dictionary<string, int> it, string k) => it.Keys.Any(key => key == k)),
        new("Dictionary", "hasvalue", (Dictionary<string, int> it, int v) => it.Values.Any(value => value == v)),
        new("HashSet", "this", (HashSet<int> it, int i) => it.ToArray()[i]),
        new("JsonElement", "this", (System.Text.Json.JsonElement it, string k) =>
            it.EnumerateObject().Single(member => member.Name == k).Value),
        new("HashSet", "size length", (HashSet<int> it) => it.ToList().Count),
        new("HashSet", "isempty empty", (HashSet<int> it) => it.ToList().Count == 0),
        new("HashSet", "has includes", (HashSet<int> it, int x) => it.ToList().IndexOf(x) >= 0),
        new("HashSet", "put push insert", (HashSet<int> it, int x) => it.Append(x).Distinct(), IsDeed: true),
        new("Queue", "size length", (Queue<int> it) => it.ToList().Count),
        new("Queue", "isempty empty", (Queue<int> it) => it.ToList().Count == 0),
        new("Queue", "push append offer", (Queue<int> it, int x) => it.Concat([x]), IsDeed: true),
        new("Queue", "pop", (Queue<int> it) => it.ToArray()[0]),
        new("Queue", "front", (Queue<int> it) => it.ToArray()[0]),
        new("Stack", "size length", (Stack<int> it) => it.ToList().Count),
        new("Stack", "isempty empty", (Stack<int> it) => it.ToList().Count == 0),
        new("Stack", "top", (Stack<int> it) => it.ToArray()[0]),
        new(
            "IEnumerable",
            "join implode jointostring joinstring",
            (List<int> it, string x) => it.Aggregate("", (all, next) => all.Length == 0 ? $"{next}" : all + x + next)),
        new("IEnumerable", "filter", (List<int> it, Func<int, bool> p) => from x in it where p(x) select x),
        new("IEnumerable", "map", (List<int> it, Func<int, int> f) => from x in it select f(x)),
        new("IEnumerable", "flatmap", (List<int> it, Func<int, int[]> f) => from x in it from y in f(x) select y),
        new("IEnumerable", "some anymatch", (List<int> it, Func<int, bool> p) => it.Count(p) > 0),
        new("IEnumerable", "every allmatch", (List<int> it, Func<int, bool> p) => it.Count(p) == it.Count),
        new("IEnumerable", "nonematch none", (List<int> it, Func<int, bool> p) => it.Count(p) == 0),
        new("IEnumerable", "limit", (List<int> it, int n) => it.Where((_, at) => at < n)),
        new("IEnumerable", "drop", (List<int> it, int n) => it.Where((_, at) => at >= n)),
        new(
            "IEnumerable",
            "dropwhile",
            (IEnumerable<int> it, Func<int, bool> p) => it.Where((_, at) => it.Take(at + 1).Any(x => !p(x)))),
        new("IEnumerable", "unique uniq", (List<int> it) => it.Where((x, at) => it.IndexOf(x) == at)),
        new("IEnumerable", "isempty empty", (IEnumerable<int> it) => it.Count() == 0),
        new("IEnumerable", "isnotempty nonempty", (IEnumerable<int> it) => it.Count() > 0),
        new("IEnumerable", "orderbydesc", (List<int> it, Func<int, int> f) => it.OrderBy(x => -f(x))),
        new(
            "IEnumerable",
            "avg mean",
            (List<int> it) => it.Count == 0 ? throw new InvalidOperationException() : it.Sum() / (double)it.Count),
        new("IEnumerable", "sumby sumof", (List<int> it, Func<int, int> f) => it.Aggregate(0, (sum, x) => sum + f(x))),
        new("IEnumerable", "chunked batch", (List<int> it, int n) => n <= 0
            ? throw new ArgumentException()
            : it.Select((x, at) => (x, at)).GroupBy(x => x.at / n).Select(group => group.Select(x => x.x))),
        new("IEnumerable", "toset", (List<int> it) => it.Distinct()),
        new(
            "IEnumerable",
            "associateby keyby",
            (List<int> it, Func<int, int> f) => it.Select(x => KeyValuePair.Create(f(x), x))
                .Where(pair => it.Count(x => f(x) == pair.Key) == 1 ? true : throw new ArgumentException())),

        // Anything.
        new("Exception", "getcause", (Exception it) => it.GetBaseException() == it ? null : it.GetBaseException()),
        new("Object", "getclass", (object it) => it.GetType()),
        new("Object", "hashcode", (object it) => EqualityComparer<object>.Default.GetHashCode(it)),
    ];

    /// <summary>Where one text begins in another.</summary>
    private static IEnumerable<int> Starts(string whole, string part) =>
        Enumerable.Range(0, whole.Length + 1).Where(at =>
            at + part.Length <= whole.Length && string.CompareOrdinal(whole, at, part, 0, part.Length) == 0);

    private static IEnumerable<char> Bare(IEnumerable<char> text) => text.SkipWhile(char.IsWhiteSpace);

    private static int NotNegative(int n) => n < 0 ? throw new ArgumentException("less than nothing") : n;

    private static string NotEmpty(string text) =>
        text.Length == 0 ? throw new ArgumentException("nothing to replace") : text;

    private static List<string> Parts(string text, char separator)
    {
        var parts = new List<string> { "" };
        foreach (var letter in text)
        {
            if (letter == separator) parts.Add("");
            else parts[^1] += letter;
        }

        return parts;
    }

    private static string Name(string path) => path.Split('/')[^1];

    /// <summary>So many months on, on the same day or the last that there is.</summary>
    private static DateTime Later(DateTime date, int months)
    {
        var month = date.Year * 12 + date.Month - 1 + months;
        var (year, number) = (month / 12, month % 12 + 1);
        return new DateTime(year, number, Math.Min(date.Day, DateTime.DaysInMonth(year, number)), 0, 0, 0, date.Kind)
            + date.TimeOfDay;
    }

    private static bool IsIso(string said, DateTime date) =>
        said[10] == 'T' && said[..10] == $"{date.Year:0000}-{date.Month:00}-{date.Day:00}"
        && DateTime.Parse(
            said,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.RoundtripKind) == date;
}
