namespace SystemLog.Subjects;

/// <summary>The host's orders, bookings and other subjects, as the control panel shows them.</summary>
/// <remarks>
/// Asked once per page, with every subject on it. When it fails or takes longer than a second, the page is shown without these facts.
/// </remarks>
public interface ISubjectSource
{
    /// <summary>Returns the facts of those subjects that exist; the others are left out.</summary>
    Task<IReadOnlyDictionary<SubjectRef, SubjectFacts>> FindAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken = default);
}
