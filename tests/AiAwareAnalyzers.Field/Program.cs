using AiAwareAnalyzers.Field;

try
{
    return await FieldCheck.RunAsync(Request.Parse(args), Console.Out);
}
catch (BadRequestException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    Console.Error.WriteLine(Request.Usage);
    return FieldCheck.NothingDone;
}
