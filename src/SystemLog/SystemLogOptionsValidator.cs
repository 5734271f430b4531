using Microsoft.Extensions.Options;

namespace SystemLog;

[OptionsValidator]
internal sealed partial class SystemLogOptionsValidator : IValidateOptions<SystemLogOptions>;
