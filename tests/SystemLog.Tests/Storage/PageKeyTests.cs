using SystemLog.Storage;

namespace SystemLog.Tests.Storage;

public sealed class PageKeyTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var key = new PageKey(Any.Noon, "1-abc_def");

        PageKey.TryParse(key.ToString(), out var read).Should().BeTrue();
        read.Should().Be(key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("_x")]
    [InlineData("12_")]
    [InlineData("-5_x")]
    [InlineData("9999999999999999_x")]
    [InlineData("99999999999999999999_x")]
    public void Anything_else_is_no_key(string? text) => PageKey.TryParse(text, out _).Should().BeFalse();
}
