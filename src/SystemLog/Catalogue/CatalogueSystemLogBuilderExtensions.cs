using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemLog;
using SystemLog.Catalogue;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what a provider's errors mean. Adapters call this; a host calls their <c>AddX()</c>.</summary>
public static class CatalogueSystemLogBuilderExtensions
{
    /// <summary>Adds the parser, the rules and the portal of one source. Adding a source again changes nothing.</summary>
    /// <typeparam name="TParser">The parser of the source's answers.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="rules">The rules of the source.</param>
    /// <param name="portal">The portal of the source.</param>
    /// <exception cref="ArgumentException">Rules and portal belong to different sources.</exception>
    public static SystemLogBuilder AddProviderErrors<TParser>(this SystemLogBuilder builder, ErrorRuleSet rules, ProviderPortal portal)
        where TParser : class, IAnswerParser
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (rules.Source != portal.Source)
        {
            throw new ArgumentException($"The rules belong to '{rules.Source}', the portal to '{portal.Source}'.", nameof(portal));
        }

        if (builder.Services.All(service => service.ImplementationType != typeof(TParser)))
        {
            builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAnswerParser, TParser>());
            builder.Services.AddSingleton(rules);
            builder.Services.AddSingleton(portal);
        }

        return builder;
    }

    /// <summary>Adds rules of the host's own, for a provider known to SystemLog or not.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="rules">The rules, from a file (<see cref="ErrorRuleSet.FromFile"/>) or from code (<see cref="ErrorRuleSet.Of"/>).</param>
    /// <param name="placement">Whether they stand before the adapters' rules or instead of those of the same source.</param>
    public static SystemLogBuilder AddErrorRules(
        this SystemLogBuilder builder, ErrorRuleSet rules, RulePlacement placement = RulePlacement.BeforeOurs)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(rules.At(placement));
        return builder;
    }

    /// <summary>Adds rules of the host's own from a JSON file; the format is in docs/catalogue.md.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file.</param>
    /// <param name="placement">Whether they stand before the adapters' rules or instead of those of the same source.</param>
    /// <exception cref="FormatException">The file is not a rule file; the message names the file, the rule and the fault.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SystemLogBuilder AddErrorRules(
        this SystemLogBuilder builder, string path, RulePlacement placement = RulePlacement.BeforeOurs) =>
        builder.AddErrorRules(ErrorRuleSet.FromFile(path), placement);
}
