namespace SystemLog.Orders.Policies;

/// <summary>What a change of status does to the money.</summary>
public enum PaymentPolicy
{
    /// <summary>Nothing: the staff see to it.</summary>
    Manual,

    /// <summary>It suggests what is to be done.</summary>
    Suggest,

    /// <summary>It asks for what is to be done, once the change is committed. Money is never paid back by itself.</summary>
    RequestAfterCommit,
}
