using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Http;

namespace SystemLog.AspNetCore;

/// <summary>What must hold for the settings; messages show the values.</summary>
internal sealed class ControlPanelOptionsRules : IValidateOptions<ControlPanelOptions>
{
    public ValidateOptionsResult Validate(string? name, ControlPanelOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ControlPanelOptions options)
    {
        if (options.Layout is { } layout && (!typeof(IComponent).IsAssignableFrom(layout) || layout.GetProperty("Body")?.PropertyType != typeof(RenderFragment)))
        {
            yield return $"Layout ({layout}) must be a component with a parameter Body of type RenderFragment.";
        }

        if (options.BackUrl is { } back && !SafeLink.IsSafe(back))
        {
            yield return $"BackUrl ('{back}') must be http, https or a path on the site.";
        }

        if (options.Stylesheet is { } stylesheet && !(SafeLink.IsSafe(stylesheet) && stylesheet.StartsWith('/')))
        {
            yield return $"Stylesheet ('{stylesheet}') must be a path on the site: no request leaves it.";
        }

        if (options.Culture is { } culture && !IsCulture(culture))
        {
            yield return $"Culture ('{culture}') is not known.";
        }

        if (options.PageSize is < 10 or > 200)
        {
            yield return $"PageSize ({options.PageSize}) must be 10 to 200.";
        }

        if (options.BadgeAge < TimeSpan.Zero || options.BadgeAge > TimeSpan.FromMinutes(10))
        {
            yield return $"BadgeAge ({options.BadgeAge}) must be 0 to 10 minutes.";
        }

        if (options.SubjectTimeout <= TimeSpan.Zero || options.SubjectTimeout > TimeSpan.FromSeconds(30))
        {
            yield return $"SubjectTimeout ({options.SubjectTimeout}) must be more than 0 and at most 30 seconds.";
        }
    }

    private static bool IsCulture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
