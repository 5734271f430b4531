namespace SystemLog.Catalogue.Answers;

/// <summary>One value that stands in an answer.</summary>
/// <param name="Name">Its name; an element of a list has the list's name.</param>
/// <param name="Within">The name of the object or list around it; empty at the top.</param>
/// <param name="Group">Which object it belongs to: values of one object share a number, from 1 in the order they open; the top is 0.</param>
/// <param name="Value">The value as text, at most 4,096 characters.</param>
public readonly record struct AnswerValue(string Name, string Within, int Group, string Value);
