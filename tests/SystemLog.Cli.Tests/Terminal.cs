using SystemLog.Cli;

namespace SystemLog.Cli.Tests;

/// <summary>Runs the command as a person would, and keeps what it wrote.</summary>
internal static class Terminal
{
    public static Answer Run(params string[] arguments)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var code = SystemLogCommand.Create().Parse(arguments).Invoke(new() { Output = output, Error = errors });
        return new(code, output.ToString(), errors.ToString());
    }

    internal sealed record Answer(int ExitCode, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
