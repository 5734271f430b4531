using SystemLog.AspNetCore.Orders;

namespace SystemLog.AspNetCore.Tests.Orders;

public sealed class OrderPathTests
{
    [Theory]
    [InlineData("Delivered", "Delivered")]
    [InlineData("Odottaa hyväksyntää", "Odottaa|hyväksyntää")]
    [InlineData("En attente de paiement par virement", "En attente de|paiement par vi…")]
    [InlineData("Donaudampfschifffahrt", "Donaudampfschif…")]
    [InlineData("", "")]
    public void A_label_is_broken_into_lines_that_fit(string label, string lines)
    {
        string.Join('|', PathLabel.Lines(label, 16, 2)).Should().Be(lines);
    }
}
