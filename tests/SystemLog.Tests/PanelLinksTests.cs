using SystemLog.Subjects;

namespace SystemLog.Tests;

public sealed class PanelLinksTests
{
    [Fact]
    public void The_page_of_an_order_is_in_its_own_shop_whatever_shop_the_panels_address_names()
    {
        var links = new PanelLinks(new("https://admin.example/log/?shop=main"));

        links.Subject("outlet", SubjectRef.Order("10/1")).Should().Be("https://admin.example/log/subjects?type=order&number=10%2F1&shop=outlet");
    }

    [Fact]
    public void Where_the_panel_is_not_known_there_is_no_page() => new PanelLinks(null).Subject("main", SubjectRef.Order("1")).Should().BeNull();
}
