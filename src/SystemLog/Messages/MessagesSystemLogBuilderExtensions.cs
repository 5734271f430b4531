using SystemLog;
using SystemLog.Messages;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets where mails go out. Adapters call this; a host calls their <c>AddX(...)</c>.</summary>
public static class MessagesSystemLogBuilderExtensions
{
    /// <summary>Sends the host's mails through this sender.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the sender, once.</param>
    /// <exception cref="InvalidOperationException">The host has a sender already.</exception>
    public static SystemLogBuilder UseMessageSender(this SystemLogBuilder builder, Func<IServiceProvider, IMessageSender> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        if (builder.Services.Any(service => service.ServiceType == typeof(IMessageSender)))
        {
            throw new InvalidOperationException("The host has a mail sender already, and mails go out through one. Remove one of the two calls, such as AddSmtp(...).");
        }

        builder.Services.AddSingleton(create);
        return builder;
    }
}
