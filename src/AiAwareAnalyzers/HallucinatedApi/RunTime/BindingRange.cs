namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>
/// The flags that say which members reflection looks at, with the values that the framework gives them.
/// </summary>
internal readonly record struct BindingRange(int Flags)
{
    private const int IgnoreCaseFlag = 1;
    private const int DeclaredOnlyFlag = 2;
    private const int InstanceFlag = 4;
    private const int StaticFlag = 8;
    private const int PublicFlag = 16;
    private const int NonPublicFlag = 32;
    private const int FlattenFlag = 64;

    /// <summary>What is looked at where no flags are given.</summary>
    public static readonly BindingRange Default = new(InstanceFlag | StaticFlag | PublicFlag);

    /// <summary>All that a type itself declares: <c>TypeInfo.GetDeclaredMethod</c> and its kin.</summary>
    public static readonly BindingRange Declared = new(
        InstanceFlag | StaticFlag | PublicFlag | NonPublicFlag | DeclaredOnlyFlag);

    /// <summary>A public instance constructor, or a public nested type.</summary>
    public static readonly BindingRange PublicInstance = new(InstanceFlag | PublicFlag);

    public static readonly BindingRange AnyStatic = new(StaticFlag | PublicFlag | NonPublicFlag | FlattenFlag);

    public static readonly BindingRange AnyInstance = new(InstanceFlag | PublicFlag | NonPublicFlag | FlattenFlag);

    public bool IgnoresCase => Has(IgnoreCaseFlag);

    public bool IsDeclaredOnly => Has(DeclaredOnlyFlag);

    public bool IncludesNonPublic => Has(NonPublicFlag);

    public bool IncludesPublic => Has(PublicFlag);

    public bool IncludesInstance => Has(InstanceFlag);

    public bool IncludesStatic => Has(StaticFlag);

    public bool Flattens => Has(FlattenFlag);

    /// <summary>
    /// Flags that leave out whether members are of instances or static, or whether they are public, find nothing at
    /// all.
    /// </summary>
    public bool FindsNothing => !Has(InstanceFlag | StaticFlag) || !Has(PublicFlag | NonPublicFlag);

    /// <summary>None of those that say what is looked at.</summary>
    public bool IsUnsaid => !Has(0xFF);

    public BindingRange IgnoringCase => new(Flags | IgnoreCaseFlag);

    public BindingRange OnlyDeclared => new(Flags | DeclaredOnlyFlag);

    public bool Includes(RunTimeMember member, bool isInherited)
    {
        if (!Has(member.IsPublic ? PublicFlag : NonPublicFlag)) return false;
        if (member.Sort == MemberSort.NestedType) return !isInherited;
        if (!Has(member.IsStatic ? StaticFlag : InstanceFlag)) return false;
        if (!isInherited) return true;
        return member.Sort != MemberSort.Constructor
            && !IsDeclaredOnly
            && !member.IsPrivate
            && (!member.IsStatic || Flattens);
    }

    /// <summary>As a call would write the flags that a member asks for, and these do not have.</summary>
    public string MissingFor(RunTimeMember member, bool isInherited)
    {
        var names = new List<string>();
        if (!Has(member.IsPublic ? PublicFlag : NonPublicFlag)) names.Add(member.IsPublic ? "Public" : "NonPublic");
        if (member.Sort != MemberSort.NestedType && !Has(member.IsStatic ? StaticFlag : InstanceFlag))
            names.Add(member.IsStatic ? "Static" : "Instance");
        if (isInherited && member.IsStatic && !Flattens) names.Add("FlattenHierarchy");
        return string.Join("|", names);
    }

    /// <summary>Half a sentence: what a member is, and what is looked at instead.</summary>
    public string WhyNot(RunTimeMember member, string visibility)
    {
        if (!Has(PublicFlag | NonPublicFlag))
            return $"{visibility}, and the flags say neither 'Public' nor 'NonPublic'";
        if (!Has(member.IsPublic ? PublicFlag : NonPublicFlag))
            return $"{visibility}, and only {(member.IsPublic ? "what is not public" : "what is public")} is looked at";
        if (!Has(InstanceFlag | StaticFlag)) return $"{visibility}, and the flags say neither 'Instance' nor 'Static'";
        if (!Has(member.IsStatic ? StaticFlag : InstanceFlag)) return member.IsStatic
            ? "static, and only members of instances are looked at"
            : "a member of instances, and only static ones are looked at";
        return "a static member of a base type, and those are not looked at";
    }

    /// <summary>All the flags that a member asks for.</summary>
    public static string For(RunTimeMember member, bool isInherited)
    {
        var visibility = member.IsPublic ? "Public" : "NonPublic";
        if (member.Sort == MemberSort.NestedType) return visibility;
        return visibility
            + (member.IsStatic ? "|Static" : "|Instance")
            + (isInherited && member.IsStatic ? "|FlattenHierarchy" : "");
    }

    private bool Has(int flags) => (Flags & flags) != 0;
}
