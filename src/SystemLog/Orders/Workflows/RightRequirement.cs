namespace SystemLog.Orders.Workflows;

/// <summary>The rights a person needs for a transition. The system needs none.</summary>
public abstract record RightRequirement
{
    private RightRequirement()
    {
    }

    /// <summary>No right.</summary>
    public static RightRequirement None { get; } = new NoRight();

    /// <summary>Gets the rights that it names.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>No right at all.</summary>
    public sealed record NoRight : RightRequirement
    {
        /// <inheritdoc />
        public override IReadOnlyList<string> Names => [];

        /// <inheritdoc />
        public override string ToString() => "";
    }

    /// <summary>One of several rights.</summary>
    /// <param name="Rights">The rights.</param>
    public sealed record AnyOf(params IReadOnlyList<string> Rights) : RightRequirement
    {
        /// <inheritdoc />
        public override IReadOnlyList<string> Names => Rights;

        /// <inheritdoc />
        public override string ToString() => string.Join(" | ", Rights);
    }

    /// <summary>Several rights together.</summary>
    /// <param name="Rights">The rights.</param>
    public sealed record AllOf(params IReadOnlyList<string> Rights) : RightRequirement
    {
        /// <inheritdoc />
        public override IReadOnlyList<string> Names => Rights;

        /// <inheritdoc />
        public override string ToString() => string.Join(" & ", Rights);
    }
}
