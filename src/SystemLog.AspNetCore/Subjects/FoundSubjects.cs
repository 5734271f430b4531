using System.Collections.ObjectModel;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Subjects;

/// <summary>What the host told of its orders.</summary>
/// <param name="Facts">The facts by subject.</param>
/// <param name="Missing">Whether the host failed or took too long.</param>
internal sealed record FoundSubjects(IReadOnlyDictionary<SubjectRef, SubjectFacts> Facts, bool Missing)
{
    public static FoundSubjects None { get; } = new(ReadOnlyDictionary<SubjectRef, SubjectFacts>.Empty, Missing: false);

    public SubjectFacts? Of(SubjectRef subject) => Facts.GetValueOrDefault(subject);
}
