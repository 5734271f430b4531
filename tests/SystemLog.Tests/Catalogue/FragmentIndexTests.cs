using FsCheck;
using FsCheck.Fluent;
using SystemLog.Catalogue.Rules;

namespace SystemLog.Tests.Catalogue;

public sealed class FragmentIndexTests
{
    [Fact]
    public void What_is_found_is_what_a_search_for_each_fragment_finds()
    {
        var words = Gen.Elements('a', 'b', ' ', 'é', '中').ArrayOf().Select(letters => new string(letters));
        var fragments = words.Where(word => word.Length > 0).ListOf().Select(list => list.ToList());
        Prop.ForAll(fragments.ToArbitrary(), words.ToArbitrary(), (fragments, text) =>
        {
            var index = new FragmentIndex(fragments);
            var marks = new ulong[index.MarksLength];

            var any = index.Find(text, marks);

            any.Should().Be(fragments.Exists(text.Contains));
            fragments.Where(fragment => FragmentIndex.Has(marks, index.Numbers[fragment]) != text.Contains(fragment)).Should().BeEmpty();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void More_fragments_than_one_word_has_bits_are_told_apart()
    {
        var index = new FragmentIndex(Enumerable.Range(100, 500).Select(number => $"no {number}"));
        var marks = new ulong[index.MarksLength];

        index.Find("this is no 163, that is no 599", marks);

        index.Numbers.Where(fragment => FragmentIndex.Has(marks, fragment.Value)).Select(fragment => fragment.Key).Should().BeEquivalentTo("no 163", "no 599");
    }
}
