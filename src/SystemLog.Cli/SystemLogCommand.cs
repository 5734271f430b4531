using System.CommandLine;
using SystemLog.Cli.Explaining;
using SystemLog.Cli.Workflows;

namespace SystemLog.Cli;

/// <summary>The command <c>systemlog</c> with all its subcommands.</summary>
internal static class SystemLogCommand
{
    public static RootCommand Create() =>
        new("Says what the errors of payment, accounting, mail and SMS providers mean, and shows the workflows of orders.") { new ExplainCommand(), new WorkflowCommand() };
}
