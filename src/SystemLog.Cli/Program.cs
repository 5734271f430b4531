using System.CommandLine;
using SystemLog.Cli.Explaining;

return new RootCommand("Says what the errors of payment, accounting, mail and SMS providers mean.") { ExplainCommand.Create() }
    .Parse(args)
    .Invoke();
