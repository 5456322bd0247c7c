using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>
/// The name of a member in a ledger: written like a documentation id, but with the types as they are spelled, so that
/// nobody has to bind anything: <c>M:Shop.Order.Total(decimal,int)</c>.
/// </summary>
internal static class MemberAddress
{
    /// <summary>What stands in no member, such as a directive, or in a file that is no C#.</summary>
    public const string None = "-";

    /// <summary>All top-level statements of a program, together.</summary>
    public const string TopLevel = "M:Program.<Main>$";

    /// <summary>The address of the innermost member that holds a position.</summary>
    public static string At(SyntaxNode root, int position) =>
        root.FullSpan.Contains(position) ? Of(root.FindToken(position).Parent) : None;

    /// <summary>The address of the innermost member that holds a node, or is it.</summary>
    public static string Of(SyntaxNode? node)
    {
        VariableDeclaratorSyntax? variable = null;
        for (; node is not null; node = node.Parent)
            if (node is VariableDeclaratorSyntax declarator)
                variable = declarator;
            else if (node is BaseFieldDeclarationSyntax field)
                return OfField(field, variable);
            else if (Address(node) is { } address)
                return address;
        return None;
    }

    /// <summary>Every member of a file with what declares it, types and their members alike.</summary>
    public static IEnumerable<(string Address, SyntaxNode Declaration)> In(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
            if (node is BaseFieldDeclarationSyntax field)
                foreach (var variable in field.Declaration.Variables)
                    yield return (OfField(field, variable), field);
            else if (Address(node) is { } address)
                yield return (address, node);
    }

    /// <summary>Whether a word has the form of an address.</summary>
    public static bool IsOne(string word) =>
        word.Length > 2 && word[1] == ':' && word[0] is 'M' or 'P' or 'T' or 'F' or 'E';

    private static string OfField(BaseFieldDeclarationSyntax field, VariableDeclaratorSyntax? variable)
    {
        var kind = field is EventFieldDeclarationSyntax ? "E:" : "F:";
        var declared = variable ?? field.Declaration.Variables.FirstOrDefault();
        return kind + Inside(field, declared?.Identifier.ValueText ?? "");
    }

    /// <summary>Null where a node is no member.</summary>
    private static string? Address(SyntaxNode node) =>
        node switch
        {
            GlobalStatementSyntax => TopLevel,
            BaseTypeDeclarationSyntax type => "T:" + Inside(type, NameOf(type)),
            DelegateDeclarationSyntax type => "T:" + Inside(type, Name(type.Identifier, type.TypeParameterList)),
            EnumMemberDeclarationSyntax member => "F:" + Inside(member, member.Identifier.ValueText),
            EventDeclarationSyntax member =>
                "E:" + Inside(member, Contract(member.ExplicitInterfaceSpecifier) + member.Identifier.ValueText),
            PropertyDeclarationSyntax member =>
                "P:" + Inside(member, Contract(member.ExplicitInterfaceSpecifier) + member.Identifier.ValueText),
            IndexerDeclarationSyntax member =>
                "P:" + Inside(
                    member, Contract(member.ExplicitInterfaceSpecifier) + "Item" + Types(member.ParameterList)),
            BaseMethodDeclarationSyntax member =>
                "M:" + Inside(member, NameOf(member) + Types(member.ParameterList)),
            _ => null,
        };

    private static string NameOf(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            MethodDeclarationSyntax named =>
                Contract(named.ExplicitInterfaceSpecifier) + Name(named.Identifier, named.TypeParameterList),
            ConstructorDeclarationSyntax => method.Modifiers.Any(SyntaxKind.StaticKeyword) ? "#cctor" : "#ctor",
            DestructorDeclarationSyntax => "Finalize",
            OperatorDeclarationSyntax sign =>
                Contract(sign.ExplicitInterfaceSpecifier)
                    + "operator" + sign.CheckedKeyword.Text + sign.OperatorToken.Text,
            ConversionOperatorDeclarationSyntax conversion =>
                Contract(conversion.ExplicitInterfaceSpecifier)
                    + "operator" + conversion.CheckedKeyword.Text + "~" + Spelled(conversion.Type),
            _ => "",
        };

    /// <summary>A block of extension members has no name: it is known by what it extends.</summary>
    private static string NameOf(BaseTypeDeclarationSyntax type)
    {
        var parameters = type.ChildNodes().OfType<TypeParameterListSyntax>().FirstOrDefault();
        if (type.Identifier.ValueText.Length > 0 || type is not TypeDeclarationSyntax block)
            return Name(type.Identifier, parameters);

        var extended = block.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();
        return block.Keyword.Text + Arity(parameters) + (extended is null ? "" : Types(extended));
    }

    /// <summary>A name behind those of the types and namespaces around it.</summary>
    private static string Inside(SyntaxNode declaration, string name)
    {
        for (var outer = declaration.Parent; outer is not null; outer = outer.Parent)
            name = outer switch
            {
                BaseTypeDeclarationSyntax type => $"{NameOf(type)}.{name}",
                BaseNamespaceDeclarationSyntax space => $"{Spelled(space.Name)}.{name}",
                _ => name,
            };
        return name;
    }

    private static string Name(SyntaxToken identifier, TypeParameterListSyntax? parameters) =>
        identifier.ValueText + Arity(parameters);

    private static string Arity(TypeParameterListSyntax? parameters) =>
        parameters is null ? "" : "`" + parameters.Parameters.Count;

    private static string Contract(ExplicitInterfaceSpecifierSyntax? contract) =>
        contract is null ? "" : Spelled(contract.Name) + ".";

    /// <summary>The types of parameters, in brackets; nothing where there are none.</summary>
    private static string Types(BaseParameterListSyntax list) =>
        list.Parameters.Count == 0 ? "" : "(" + string.Join(",", list.Parameters.Select(TypeOf)) + ")";

    private static string TypeOf(ParameterSyntax parameter)
    {
        var byReference = parameter.Modifiers.Any(static modifier =>
            modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
        var type = parameter.Type is null ? "" : Spelled(parameter.Type);
        return byReference ? type + "@" : type;
    }

    /// <summary>A type as it is written, without spaces, comments and the names of a tuple's elements.</summary>
    private static string Spelled(SyntaxNode type) =>
        string.Concat(type.DescendantTokens()
            .Where(static token => token.Parent is not TupleElementSyntax)
            .Select(static token => token.Text));
}
