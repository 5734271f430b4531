using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SystemLog.AspNetCore.Tests;

/// <summary>What a test's host does otherwise than most.</summary>
internal sealed record PanelHostOptions
{
    public Action<SystemLogOptions>? SystemLog { get; init; }

    public Action<ControlPanelOptions>? Panel { get; init; }

    /// <summary>Gets what registers a storage instead of the throw-away one.</summary>
    public Action<IServiceCollection>? Storage { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    public Action<WebApplication>? Map { get; init; }

    public string? PathBase { get; init; }

    /// <summary>Gets whether it listens on a port, for a real browser.</summary>
    public bool RealServer { get; init; }
}
