using AiAwareAnalyzers.Tool.Commands;

return CommandLine.Run(args);
