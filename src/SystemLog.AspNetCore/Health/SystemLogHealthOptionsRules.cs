using Microsoft.Extensions.Options;

namespace SystemLog.AspNetCore.Health;

/// <summary>What must hold for the settings; messages show the values.</summary>
internal sealed class SystemLogHealthOptionsRules : IValidateOptions<SystemLogHealthOptions>
{
    public ValidateOptionsResult Validate(string? name, SystemLogHealthOptions options) =>
        options.WorkDegradedAfter <= TimeSpan.Zero || options.WorkDegradedAfter >= options.WorkUnhealthyAfter
            ? ValidateOptionsResult.Fail(
                $"WorkDegradedAfter ({options.WorkDegradedAfter}) must be more than 0 and less than WorkUnhealthyAfter ({options.WorkUnhealthyAfter}).")
            : ValidateOptionsResult.Success;
}
