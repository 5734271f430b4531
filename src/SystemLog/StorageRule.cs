using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemLog.Storage;

namespace SystemLog;

/// <summary>Keeps a host without storage from starting, with a message that says what to call.</summary>
internal sealed class StorageRule(IServiceProviderIsService services) : IValidateOptions<SystemLogOptions>
{
    public ValidateOptionsResult Validate(string? name, SystemLogOptions options) =>
        services.IsService(typeof(IStorage))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("SystemLog has no storage. Call UseSqlite(...) or UsePostgreSql(...) after AddSystemLog().");
}
