namespace DemoShop.Orders;

/// <summary>What the shop sells.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Price">In øre, VAT included.</param>
/// <param name="VatPercent">25 for goods, 12 for a night's lodging, 0 for books.</param>
internal sealed record Product(string Name, long Price, int VatPercent = 25)
{
    public static readonly Product Setesdal = new("Setesdalsgenser", 1_899_00);
    public static readonly Product Marius = new("Mariusgenser", 1_749_00);
    public static readonly Product Lusekofte = new("Lusekofte med tinnspenner", 2_499_00);
    public static readonly Product Mittens = new("Selbuvotter", 449_00);
    public static readonly Product Socks = new("Raggsokker", 199_00);
    public static readonly Product Wool = new("Islandsk ull, ti nøster", 890_00);
    public static readonly Product Needles = new("Strikkepinner i bjørk", 349_00);
    public static readonly Product Blanket = new("Babyteppe i merino", 799_00);
    public static readonly Product Headband = new("Pannebånd", 299_00);
    public static readonly Product Book = new("Mønstre fra fjorden (bok)", 429_00, VatPercent: 0);
    public static readonly Product Weekend = new("Strikkehelg på Voss med overnatting", 3_490_00, VatPercent: 12);
}
