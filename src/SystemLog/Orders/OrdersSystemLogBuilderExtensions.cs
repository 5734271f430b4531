using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Messages;
using SystemLog.Orders;
using SystemLog.Orders.Customers;
using SystemLog.Orders.Drift;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds workflows, and who is told of their changes.</summary>
public static class OrdersSystemLogBuilderExtensions
{
    /// <summary>Gives a type of subject its workflow. Faults in it keep the host from starting.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="subjectType">The type, such as "order", 1 to 32 characters.</param>
    /// <param name="workflow">The workflow: <see cref="OrderWorkflow.Impleo"/>, another built-in one, or the host's own.</param>
    /// <param name="shop">The only shop it is for; null for every shop that has none of its own.</param>
    public static SystemLogBuilder AddWorkflow(this SystemLogBuilder builder, string subjectType, OrderWorkflow workflow, string? shop = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(subjectType);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subjectType.Length, 32, nameof(subjectType));
        ArgumentNullException.ThrowIfNull(workflow);
        AddOrders(builder.Services).AddSingleton(new WorkflowRegistration(subjectType, workflow, shop));
        return builder;
    }

    /// <summary>Sets how orders are treated; see <see cref="OrderOptions"/> for the defaults. Wrong settings keep the host from starting.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static SystemLogBuilder ConfigureOrders(this SystemLogBuilder builder, Action<OrderOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        AddOrders(builder.Services).Configure(configure);
        return builder;
    }

    /// <summary>Tells the host of every change of status.</summary>
    /// <typeparam name="TSink">The host's part.</typeparam>
    /// <param name="builder">The builder.</param>
    public static SystemLogBuilder AddOrderStatusSink<TSink>(this SystemLogBuilder builder)
        where TSink : class, IOrderStatusSink
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IOrderStatusSink, TSink>();
        return builder;
    }

    /// <summary>Lets the host carry out what changes of status ask for the money.</summary>
    /// <typeparam name="TRequests">The host's part.</typeparam>
    /// <param name="builder">The builder.</param>
    public static SystemLogBuilder AddPaymentRequests<TRequests>(this SystemLogBuilder builder)
        where TRequests : class, IPaymentRequests
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPaymentRequests, TRequests>();
        return builder;
    }

    // A host without workflows has none of this: no kinds of work that nobody queues, and no pages.
    private static IServiceCollection AddOrders(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(WorkflowDirectory)))
        {
            return services;
        }

        services.AddSingleton(ErrorRuleSet.FromResource(typeof(OrderService).Assembly, "workflow.rules.json"));
        services.AddOptionsWithValidateOnStart<OrderOptions, OrderOptionsRules>();
        services.TryAddSingleton<WorkflowDirectory>();
        services.TryAddSingleton<OrderPolicies>();
        services.TryAddSingleton(provider => new OrderFactsReader(
            provider.GetServices<IRightsChecker>().LastOrDefault() ?? new NoRights(),
            provider.GetRequiredService<IIssueQueries>(),
            provider.GetRequiredService<OrderPolicies>(),
            provider.GetRequiredService<TimeProvider>()));

        // The engine makes the handlers, one of which needs the orders, which wake the engine: two of the three are asked for when they are needed.
        services.TryAddSingleton(provider => new OrderHost(
            provider.GetRequiredService<Mailer>(),
            provider.GetServices<IOrderStatusSink>(),
            provider.GetRequiredService<ShopDirectory>(),
            provider.GetRequiredService<TimeProvider>(),
            new Lazy<WorkEngine>(provider.GetRequiredService<WorkEngine>)));
        services.TryAddSingleton(provider => new OrderService(
            (
                provider.GetRequiredService<IOrderStore>(),
                provider.GetRequiredService<IOrderQueries>(),
                new MessageReader(provider.GetRequiredService<IOrderQueries>(), provider.GetRequiredService<IWorkQueries>())),
            provider.GetRequiredService<WorkflowDirectory>(),
            provider.GetRequiredService<OrderFactsReader>(),
            provider.GetRequiredService<OrderHost>(),
            new OrderImporter(
                provider.GetRequiredService<IOrderStore>(),
                provider.GetRequiredService<WorkflowDirectory>(),
                provider.GetRequiredService<ShopDirectory>(),
                provider.GetRequiredService<TimeProvider>())));
        services.TryAddSingleton(provider => new CustomerOrders(
            provider.GetRequiredService<IOrderQueries>(), provider.GetRequiredService<WorkflowDirectory>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, NoticeHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, StatusSinkHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, PaymentRequestHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, TriggerHandler>(provider => new(
            provider.GetRequiredService<IOrderStore>(),
            provider.GetRequiredService<WorkflowDirectory>(),
            new Lazy<OrderService>(provider.GetRequiredService<OrderService>))));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, ResumedHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, DriftHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRecurringWork, DriftRecurrence>());
        return services;
    }
}
