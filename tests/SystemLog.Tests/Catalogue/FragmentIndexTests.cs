using SystemLog.Catalogue.Rules;

namespace SystemLog.Tests.Catalogue;

public sealed class FragmentIndexTests
{
    [Fact]
    public void It_finds_what_looking_for_each_fragment_would_find()
    {
        const string Letters = "ab c";
        var random = new Random(20261121);
        for (var round = 0; round < 2_000; round++)
        {
            string[] fragments = [.. Enumerable.Range(0, 12).Select(_ => new string(random.GetItems<char>(Letters, random.Next(1, 6))))];
            var text = new string(random.GetItems<char>(Letters, random.Next(0, 30)));
            var index = new FragmentIndex(fragments);

            var found = index.FindIn(text);

            fragments.Should().OnlyContain(fragment => found[index.IdOf(fragment)] == text.Contains(fragment, StringComparison.Ordinal));
        }
    }
}
