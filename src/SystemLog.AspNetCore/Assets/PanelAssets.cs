using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SystemLog.AspNetCore.Http;

namespace SystemLog.AspNetCore.Assets;

/// <summary>The panel's own files, embedded. Their address carries a hash of their content, so browsers may keep them for ever.</summary>
internal static class PanelAssets
{
    private static readonly FrozenDictionary<string, Asset> s_assets = new[]
    {
        Asset.Read("panel.css", "text/css; charset=utf-8"),
        Asset.Read("panel.js", "text/javascript; charset=utf-8"),
        Asset.Read("badge.css", "text/css; charset=utf-8"),
        Asset.Read("badge.js", "text/javascript; charset=utf-8"),
        new Asset("mark.svg", "image/svg+xml", """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#b45309" stroke-width="1.5" stroke-linejoin="round"><path d="M8 1.8 14.8 14H1.2ZM8 6v4M8 11.7v.6"/></svg>
            """u8.ToArray()),
    }.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    public static string HashOf(string name) => s_assets[name].Hash;

    public static void MapAssets(this RouteGroupBuilder panel) => panel.Get("/assets/{hash}/{name}", Send);

    private static IResult Send(HttpContext http, string hash, string name)
    {
        if (!s_assets.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        // An old address still gets the file, but only the right one may be kept.
        http.Response.Headers.CacheControl = hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (new RequestHeaders(http.Request.Headers).AcceptEncoding.Any(accepted => accepted.Value == "gzip" && accepted.Quality is not 0))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(asset.Compressed, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}-gzip\""));
        }

        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private sealed record Asset(string Name, string ContentType, byte[] Content)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

        public byte[] Compressed { get; } = Compress(Content);

        public static Asset Read(string name, string contentType)
        {
            using var stream = typeof(PanelAssets).Assembly.GetManifestResourceStream("assets/" + name)
                ?? throw new InvalidOperationException($"The file '{name}' is not embedded.");
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new(name, contentType, content);
        }

        private static byte[] Compress(byte[] content)
        {
            using var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            {
                gzip.Write(content);
            }

            return compressed.ToArray();
        }
    }
}
