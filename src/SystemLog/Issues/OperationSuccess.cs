using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>An operation that succeeded: it solves the open issues of its source, operation and subject that last happened before it.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Source">The source.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Subject">The subject.</param>
/// <param name="At">When it succeeded.</param>
public readonly record struct OperationSuccess(string Shop, string Source, string Operation, SubjectRef Subject, DateTimeOffset At);
