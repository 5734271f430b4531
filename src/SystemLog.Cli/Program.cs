using SystemLog.Cli;

return SystemLogCommand.Create().Parse(args).Invoke();
