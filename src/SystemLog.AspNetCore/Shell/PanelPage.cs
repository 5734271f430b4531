using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;

namespace SystemLog.AspNetCore.Shell;

/// <summary>Pages as results of endpoints.</summary>
internal static class PanelPage
{
    /// <summary>Returns a page with the numbers in its navigation counted.</summary>
    public static async Task<IResult> ShowAsync<TPage, TModel>(
        PanelRequest panel, TModel model, UntreatedCounts counts, int status = StatusCodes.Status200OK)
        where TPage : IComponent
        where TModel : class
    {
        panel.Untreated = await counts.OfAsync(panel.Shop.Id, panel.Http.RequestAborted);
        panel.Stuck = await counts.Work.OfAsync(panel.Shop.Id, panel.Http.RequestAborted);
        panel.Storage = counts.Storage;
        return Result<TPage, TModel>(panel, model, status);
    }

    /// <summary>Returns a page.</summary>
    public static IResult Result<TPage, TModel>(PanelRequest panel, TModel model, int status)
        where TPage : IComponent
        where TModel : class
    {
        NoticeCookie.Clear(panel);
        return new RazorComponentResult<PanelRoot<TPage, TModel>>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PanelRoot<,>.Panel)] = panel,
            [nameof(PanelRoot<,>.Model)] = model,
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }
}

/// <summary>Hands request and model to a page, in the host's layout or ours.</summary>
/// <remarks>Cascaded rather than set as parameters, because parameters would make our own types part of the public face.</remarks>
internal sealed class PanelRoot<TPage, TModel> : ComponentBase
    where TPage : IComponent
    where TModel : class
{
    [Parameter]
    public PanelRequest Panel { get; set; } = null!;

    [Parameter]
    public TModel Model { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        Cascade(builder, Panel, outer => Cascade(outer, Model, Laid));

    private static void Cascade<TValue>(RenderTreeBuilder builder, TValue value, RenderFragment content)
    {
        builder.OpenComponent<CascadingValue<TValue>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), value);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), content);
        builder.CloseComponent();
    }

    private void Laid(RenderTreeBuilder builder)
    {
        builder.OpenComponent<LayoutView>(0);
        builder.AddComponentParameter(1, nameof(LayoutView.Layout), Panel.Options.Layout ?? typeof(PanelDocument));
        builder.AddComponentParameter(2, nameof(LayoutView.ChildContent), (RenderFragment)Shelled);
        builder.CloseComponent();
    }

    private static void Shelled(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PanelShell>(0);
        builder.AddComponentParameter(1, nameof(PanelShell.ChildContent), (RenderFragment)Page);
        builder.CloseComponent();
    }

    private static void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<TPage>(0);
        builder.CloseComponent();
    }
}
