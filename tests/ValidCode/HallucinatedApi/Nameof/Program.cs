using ValidCode.HallucinatedApi.Nameof;

Console.WriteLine(string.Join(", ", Names.OfMembers) + nameof(args) + nameof(Names.NameOf));
