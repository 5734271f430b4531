using SystemLog.Torture;

return await TortureCommand.Create().Parse(args).InvokeAsync();
