using System.Net;
using DemoShop.Providers;
using SystemLog.Issues;
namespace DemoShop;
internal static class Shim
{
    private static readonly HttpRequestOptionsKey<About> Key = new("about");
    public static HttpRequestMessage About(this HttpRequestMessage request, About about) { request.Options.Set(Key, about); return request; }
    public static IHttpClientBuilder ReportFailuresToSystemLog(this IHttpClientBuilder b, string source) =>
        b.AddHttpMessageHandler(s => new Handler(s.GetRequiredService<IssueLog>(), source));
    private sealed class Handler(IssueLog log, string source) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Options.TryGetValue(Key, out var about);
            try
            {
                var r = await base.SendAsync(request, cancellationToken);
                if (r.IsSuccessStatusCode) { log.ReportSuccess(source, about!.Operation, about.Subject, null, about.Shop); return r; }
                await r.Content.LoadIntoBufferAsync(cancellationToken);
                log.Report(new ErrorReport { Shop = about!.Shop, Source = source, Operation = about.Operation, Subject = about.Subject, SubjectLink = about.Link, Answer = new ProviderAnswer((int)r.StatusCode, await r.Content.ReadAsStringAsync(cancellationToken), r.Content.Headers.ContentType?.MediaType) });
                return r;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                log.Report(new ErrorReport { Shop = about!.Shop, Source = source, Operation = about.Operation, Subject = about.Subject, SubjectLink = about.Link, Exception = e });
                throw;
            }
        }
    }
    public static SystemLog.SystemLogBuilder AddVipps(this SystemLog.SystemLogBuilder b) => b;
    public static SystemLog.SystemLogBuilder AddKlarna(this SystemLog.SystemLogBuilder b) => b;
    public static SystemLog.SystemLogBuilder AddAdyen(this SystemLog.SystemLogBuilder b) => b;
    public static SystemLog.SystemLogBuilder AddTripletex(this SystemLog.SystemLogBuilder b) => b;
    public static SystemLog.SystemLogBuilder AddMailchimp(this SystemLog.SystemLogBuilder b) => b;
}
