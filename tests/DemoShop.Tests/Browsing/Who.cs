namespace DemoShop.Tests.Browsing;

internal enum Who
{
    Nobody,
    Merchant,
    Clerk,
    Customer,
}
