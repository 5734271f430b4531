namespace SystemLog.AspNetCore.Texts;

/// <summary>The texts of orders with a workflow.</summary>
internal sealed record OrderTexts
{
    public required string Title { get; init; }

    public required string Status { get; init; }

    public required string Number { get; init; }

    public required string TypeOfSubject { get; init; }

    public required string AllStatuses { get; init; }

    public required string Together { get; init; }

    public required string SearchHint { get; init; }

    public required Plural SearchHides { get; init; }

    public required string SearchHidesMore { get; init; }

    public required string NoneYet { get; init; }

    public required string NoneYetText { get; init; }

    public required Plural Orphans { get; init; }

    public required string OrphansKept { get; init; }

    public required string OrphanHere { get; init; }

    public required string NotDefined { get; init; }

    public required string ShowThem { get; init; }

    public required string ShowEvery { get; init; }

    public required string SinceWhen { get; init; }

    public required string BeforeError { get; init; }

    public required string PolicyLink { get; init; }

    public required string WhatYouCanDo { get; init; }

    public required string NothingToDo { get; init; }

    public required string PreviewFirst { get; init; }

    public required string NotNow { get; init; }

    public required string BySystem { get; init; }

    public required string To { get; init; }

    public required string About { get; init; }

    public required string Automatic { get; init; }

    public required string PastTheRules { get; init; }

    public required string Imported { get; init; }

    public required string Reason { get; init; }

    public required string ReasonOptional { get; init; }

    public required string AtLeast { get; init; }

    public required string CustomerNote { get; init; }

    public required string CustomerNoteHint { get; init; }

    public required string InternalNote { get; init; }

    public required string InternalNoteHint { get; init; }

    public required string Contact { get; init; }

    public required string NotGiven { get; init; }

    public required string WantsNone { get; init; }

    public required string MessagesOn { get; init; }

    public required string MessagesOnText { get; init; }

    public required string MessagesOff { get; init; }

    public required string MessagesOffText { get; init; }

    public required string TurnOn { get; init; }

    public required string TurnOff { get; init; }

    public required string HandedOver { get; init; }

    public required string HandedOverAt { get; init; }

    public required string HandedOverText { get; init; }

    public required string SayHandedOver { get; init; }

    public required string CorrectHandedOver { get; init; }

    public required string SaveHandedOver { get; init; }

    public required string Carrier { get; init; }

    public required string CarrierHint { get; init; }

    public required string Fetched { get; init; }

    public required string TrackingNumber { get; init; }

    public required string CustomerPage { get; init; }

    public required string PlacedBy { get; init; }

    public required string StartsAt { get; init; }

    public required string OrderClass { get; init; }

    public required string HostStatus { get; init; }

    public required string Payment { get; init; }

    public required string Reserved { get; init; }

    public required string Drawn { get; init; }

    public required string PaidBack { get; init; }

    public required string InvoiceNumber { get; init; }

    public required string SourceApp { get; init; }

    public required string LastModified { get; init; }

    public required string ToldAt { get; init; }

    public required string ShowInTimeline { get; init; }

    public required string NewestOnly { get; init; }

    public required string Note { get; init; }

    public required string NoteHint { get; init; }

    public required string SaveNote { get; init; }

    public required string NoteRefused { get; init; }

    public required string NoticeChanged { get; init; }

    public required string NowIs { get; init; }

    public required string StillIs { get; init; }

    public required string NoticeTold { get; init; }

    public required string NoticeUnchanged { get; init; }

    public required string NoticeNoted { get; init; }

    public required string NoticeMessagesOn { get; init; }

    public required string NoticeMessagesOff { get; init; }

    public required string NoticeHandedOver { get; init; }

    public required string Faster { get; init; }

    public required string WasRefused { get; init; }

    public required string NotPossible { get; init; }

    public required string Instead { get; init; }

    public required string NewStatus { get; init; }

    public required string OtherStatus { get; init; }

    public required string ShowWhatHappens { get; init; }

    public required string BackToOrder { get; init; }

    public required string WhatHappens { get; init; }

    public required string StatusStays { get; init; }

    public required string MessageTo { get; init; }

    public required string NoMessage { get; init; }

    public required string NobodyTold { get; init; }

    public required string WaitsFirst { get; init; }

    public required string MoneySuggested { get; init; }

    public required string MoneyByItself { get; init; }

    public required string MoneyManual { get; init; }

    public required string DecidedBy { get; init; }

    public required string TellCustomer { get; init; }

    public required string AsRulesTell { get; init; }

    public required string AsRulesSilent { get; init; }

    public required string How { get; init; }

    public required string LookAgain { get; init; }

    public required string PolicyTitle { get; init; }

    public required string PolicyText { get; init; }

    public required string Setting { get; init; }

    public required string Value { get; init; }

    public required string Decided { get; init; }

    public required string Change { get; init; }

    public required string WhoIsTold { get; init; }

    public required string UsesApproval { get; init; }

    public required string ApproverMustDiffer { get; init; }

    public required string ApproverAddresses { get; init; }

    public required string MoneyPolicy { get; init; }

    public required string HoldBack { get; init; }

    public required string ArchiveAfter { get; init; }

    public required string CancelUnpaidAfter { get; init; }

    public required string CancelNotice { get; init; }

    public required string Never { get; init; }

    public required string AtOnce { get; init; }

    public required string Nobody { get; init; }

    public required Plural Days { get; init; }

    public required string And { get; init; }

    public required string Or { get; init; }

    public required string OtherRefusal { get; init; }

    public required string MyNone { get; init; }

    public required string MyDown { get; init; }

    public required string MyParcel { get; init; }

    public required string MyHistory { get; init; }

    /// <summary>Gets what several of a type of subject are called.</summary>
    public required IReadOnlyDictionary<string, string> Types { get; init; }

    public required IReadOnlyDictionary<string, string> Places { get; init; }

    /// <summary>Gets the parts of the timeline.</summary>
    public required IReadOnlyDictionary<string, string> Views { get; init; }

    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    public required IReadOnlyDictionary<string, string> Rights { get; init; }

    public required IReadOnlyDictionary<string, string> Actors { get; init; }

    public required IReadOnlyDictionary<string, string> Levels { get; init; }

    public required IReadOnlyDictionary<string, string> Channels { get; init; }

    public required IReadOnlyDictionary<string, string> Audiences { get; init; }

    public required IReadOnlyDictionary<string, string> MessageStates { get; init; }

    public required IReadOnlyDictionary<string, string> Suppressions { get; init; }

    public required IReadOnlyDictionary<string, string> PaymentHints { get; init; }

    public required IReadOnlyDictionary<string, string> PaymentPolicies { get; init; }

    public required IReadOnlyDictionary<string, string> PaymentStates { get; init; }

    public required IReadOnlyDictionary<string, string> NoticeRules { get; init; }

    public required IReadOnlyDictionary<string, string> Finals { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required IReadOnlyDictionary<string, string> Languages { get; init; }

    /// <summary>Gets why a change is refused, by the code of the refusal or the reason of a built-in guard.</summary>
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }
}
