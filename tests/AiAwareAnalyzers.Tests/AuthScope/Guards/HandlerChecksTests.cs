using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.AuthScope.Guards;

/// <summary>What handlers, gates and tokens are asked about, by themselves.</summary>
public sealed class HandlerChecksTests
{
    [TestCase("return Ok();", Protection.None)]
    [TestCase("if (User.Identity?.IsAuthenticated != true) return Unauthorized(); return Ok();", Protection.Presence)]
    [TestCase("if (!Request.Headers.ContainsKey(\"X-Key\")) return StatusCode(401); return Ok();", Protection.Presence)]
    [TestCase(
        "if (!Request.Headers.ContainsKey(\"X-Signature\")) return Unauthorized(); return Ok();",
        Protection.Presence,
        TestName = "A signature that is only there")]
    [TestCase(
        "var claim = User.FindFirst(\"scope\"); if (claim is null) return Forbid(); return Ok();", Protection.Presence)]
    [TestCase("if (!User.HasClaim(c => c.Type == \"scope\")) return Forbid(); return Ok();", Protection.Presence)]
    [TestCase(
        "if (!User.HasClaim(c => c.Type == \"scope\" && c.Value == \"write\")) return Forbid(); return Ok();",
        Protection.Demand)]
    [TestCase("if (!User.IsInRole(\"Writer\")) return Forbid(); return Ok();", Protection.Demand)]
    [TestCase(
        "if (key != expected) return Unauthorized(); return Ok();",
        Protection.Demand,
        TestName = "A comparison that nobody sees through")]
    [TestCase(
        "if (User.IsInRole(\"Writer\")) { return Ok(); } return Unauthorized();",
        Protection.Demand,
        TestName = "A refusal at the end")]
    [TestCase("return May() ? Ok() : Forbid();", Protection.Demand)]
    [TestCase("var order = Find() ?? throw new UnauthorizedAccessException(); return Ok();", Protection.Demand)]
    [TestCase(
        "try { Save(); } catch (UnauthorizedAccessException) { return Forbid(); } return Ok();",
        Protection.None,
        TestName = "An exception turned into an answer")]
    [TestCase("RequireOwner(order); return Ok();", Protection.Demand)]
    [TestCase("AddToRole(user); return Ok();", Protection.None, TestName = "A change of roles is no decision")]
    [TestCase("if (!Files.IsAllowedImage(file)) return BadRequest(); return Ok();", Protection.None)]
    [TestCase("if (!IsFileTypeAllowed(name)) return BadRequest(); return Ok();", Protection.None)]
    [TestCase("if (!HasValidFileSignature(stream)) return BadRequest(); return Ok();", Protection.None)]
    [TestCase("if (!IsTransitionAllowed(from, to)) return Conflict(); return Ok();", Protection.None)]
    [TestCase("if (!IsAllowed(user)) return NotFound(); return Ok();", Protection.Demand)]
    [TestCase("if (!CanAccessFile(id)) return NotFound(); return Ok();", Protection.Demand)]
    [TestCase("if (!HasFilePermission(id)) return NotFound(); return Ok();", Protection.Demand)]
    [TestCase("if (!IsValidSignature(body)) return BadRequest(); return Ok();", Protection.Demand)]
    [TestCase("if (!HasValidContentSignature(body)) return BadRequest(); return Ok();", Protection.Demand)]
    [TestCase(
        "if (order.OwnerId != User.Identity.Name) return NotFound(); return Ok();",
        Protection.Demand,
        TestName = "An owner compared with the caller")]
    public void A_handler_asks(string body, object protection) =>
        Assert.That(HandlerChecks.In(Method(body)), Is.EqualTo(protection));

    [TestCase(
        "if (User.FindFirst(\"sub\") == null) return Unauthorized(); Save(); return Ok();",
        "User.FindFirst(\"sub\") == null")]
    [TestCase(
        "var id = User.FindFirstValue(\"sub\"); if (id == null) return Unauthorized(); Save(id); return Ok();",
        null,
        TestName = "An id that is used says whose things are meant")]
    [TestCase("if (!User.IsInRole(\"Writer\")) return Forbid(); return Ok();", null)]
    public void A_look_is_all_that_a_handler_asks(string body, string? gate) =>
        Assert.That(HandlerChecks.PresenceGate(Method(body))?.ToString(), Is.EqualTo(gate));

    [TestCase("Save(User.Identity.Name);", true)]
    [TestCase("var id = HttpContext.User.FindFirst(\"sub\"); Save(id);", true)]
    [TestCase("Save(_currentUser.Id);", true)]
    [TestCase(
        "_log.LogInformation(\"{Name}\", User.Identity.Name); Save();", false, TestName = "What is logged is not used")]
    [TestCase("Save(request.UserId);", false, TestName = "What is sent is not the caller")]
    [TestCase("var user = Find(id); Save(user);", false, TestName = "A local is what it was made of")]
    public void A_handler_works_with_its_caller(string body, bool uses) =>
        Assert.That(CallerUse.In(Method(body)), Is.EqualTo(uses));

    [TestCase("bool IsAllowed()", true)]
    [TestCase("bool CanDelete(int id)", true)]
    [TestCase("Task<bool> ValidateTokenAsync()", true)]
    [TestCase("bool ConfirmOwner()", true)]
    [TestCase("bool AuthorizeCaller()", true)]
    [TestCase("bool VerifySignature()", true)]
    [TestCase("bool IsSigned()", true)]
    [TestCase("bool IsTokenExpired()", false)]
    [TestCase("bool IsDenied()", false)]
    [TestCase("bool IsBlocked()", false)]
    [TestCase("bool IsCacheExpired()", null, TestName = "A cache is no credential")]
    [TestCase("bool CanExecute()", null, TestName = "What a thing is able to do")]
    [TestCase("bool IsOpen()", null)]
    [TestCase("string ValidateToken()", null, TestName = "An answer that is neither yes nor no")]
    public void A_gate_opens_by(string signature, bool? answer)
    {
        var compilation = CSharpCompilation.Create(
            "C",
            [CSharpSyntaxTree.ParseText($"using System.Threading.Tasks; class C {{ {signature} => default; }}")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        Assert.That(
            Gates.Opens(compilation.GetTypeByMetadataName("C")!.GetMembers().OfType<IMethodSymbol>()
                .First(method => method.MethodKind == MethodKind.Ordinary)),
            Is.EqualTo(answer));
    }

    [TestCase("new JwtSecurityTokenHandler().ReadJwtToken(text)", true, false)]
    [TestCase("new JwtSecurityTokenHandler().ReadToken(text)", true, false)]
    [TestCase("new JsonWebTokenHandler().ReadJsonWebToken(text)", true, false)]
    [TestCase("new JwtSecurityToken(text)", true, false)]
    [TestCase("new JsonWebToken(text)", true, false)]
    [TestCase("new JwtSecurityToken(issuer: text)", false, false, TestName = "A token that is made is not read")]
    [TestCase("new JwtSecurityTokenHandler().ValidateToken(text, null, out _)", false, true)]
    [TestCase("new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters())", false, true)]
    [TestCase("System.IO.File.ReadAllText(text)", false, false)]
    public async Task A_token_is_read_or_validated(string expression, bool reads, bool validates)
    {
        var operation = await OperationOf(expression);
        var tokens = Tokens.Of(operation.SemanticModel!.Compilation);
        Assert.That(
            (tokens.IsRead(operation), operation is IInvocationOperation call && tokens.IsValidation(call)),
            Is.EqualTo((reads, validates)));
    }

    [TestCase("Convert.FromBase64String(text.Split('.')[1])", true)]
    [TestCase("Convert.FromBase64String(text)", false)]
    [TestCase("Convert.FromBase64String(text.Split(',')[1])", false, TestName = "The picture in a data address")]
    [TestCase("Convert.FromBase64String(text.Split('.')[0])", false, TestName = "The header chooses a key")]
    public async Task A_middle_part_is_decoded_by_hand(string expression, bool decodes) =>
        Assert.That(Tokens.IsDecodedByHand(await OperationOf(expression)), Is.EqualTo(decodes));

    [TestCase("a.B(1).C().D()", "a", "D C B")]
    [TestCase("a", "a", "")]
    [TestCase("F().B()", "F()", "B F")]
    public void A_chain_has_a_root_and_calls(string chain, string root, string calls)
    {
        var expression = SyntaxFactory.ParseExpression(chain);
        Assert.That(RouteChains.RootOf(expression).ToString(), Is.EqualTo(root));
        Assert.That(string.Join(" ", RouteChains.CallsOf(expression).Select(Calls.NameOf)), Is.EqualTo(calls));
    }

    private static MethodDeclarationSyntax Method(string body) =>
        CSharpSyntaxTree.ParseText($"class C {{ object M(Request request, int id) {{ {body} }} }}").GetRoot()
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Single();

    private static async Task<IOperation> OperationOf(string expression)
    {
        var workshop = new Workshop(new Setting(References.Authentication));
        var document = await workshop.DocumentOf(("/0/C.cs", $$"""
            using System;
            using System.IdentityModel.Tokens.Jwt;
            using Microsoft.IdentityModel.JsonWebTokens;
            using Microsoft.IdentityModel.Tokens;
            class C { object M(string text) { return {{expression}}; } }
            """));
        var root = await document.GetSyntaxRootAsync();
        var operation = (await document.GetSemanticModelAsync())!
            .GetOperation(root!.DescendantNodes().OfType<ReturnStatementSyntax>().Single().Expression!)!;
        return operation is IConversionOperation conversion ? conversion.Operand : operation;
    }
}
