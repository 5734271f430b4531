using SystemLog.Settings;

namespace SystemLog.Conformance.Settings;

public abstract class SettingStoreTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();
    private readonly string _name = $"setting-{Any.Number()}";

    [Fact]
    public async Task What_was_never_set_is_not_there()
    {
        (await storage.Settings.FindAsync(_shop, _name)).Should().BeNull();
    }

    [Fact]
    public async Task A_setting_says_who_saved_it_when_and_how_often()
    {
        await SaveAsync("1", seen: 0);
        await SaveAsync("2", seen: 1);

        (await storage.Settings.FindAsync(_shop, _name)).Should().Be(new StoredSetting("2", 2, Any.Monday, Any.Clerk));
    }

    [Fact]
    public async Task Whoever_saw_an_older_one_changes_nothing()
    {
        await SaveAsync("1", seen: 0);
        await SaveAsync("2", seen: 1);

        (await SaveAsync("mine", seen: 1)).Should().BeFalse();
        (await SaveAsync("mine", seen: 0)).Should().BeFalse();
        (await storage.Settings.FindAsync(_shop, _name))!.Value.Should().Be("2");
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_does()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => SaveAsync($"{number}", seen: 0))));

        saved.Count(yes => yes).Should().Be(1);
        (await storage.Settings.FindAsync(_shop, _name))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task The_settings_of_all_shops_come_by_shop()
    {
        var other = Any.Shop();
        await SaveAsync("1", seen: 0);
        await storage.Settings.SaveAsync(other, _name, new("2", 0, Any.Clerk, Any.Monday));

        var all = await storage.Settings.OfAllShopsAsync(_name);

        all.ToDictionary(shop => shop.Key, shop => shop.Value.Value).Should().Equal(new Dictionary<string, string> { [_shop] = "1", [other] = "2" });
    }

    private Task<bool> SaveAsync(string value, long seen) => storage.Settings.SaveAsync(_shop, _name, new(value, seen, Any.Clerk, Any.Monday));
}
