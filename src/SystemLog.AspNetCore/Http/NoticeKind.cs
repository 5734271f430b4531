namespace SystemLog.AspNetCore.Http;

internal enum NoticeKind
{
    Solved,
    Reopened,
    Undone,
    Assigned,
    Unassigned,
    Muted,
    Unmuted,
    Commented,
    WorkRunAgain,
    WorkCancelled,
    SettingsSaved,
    SettingsTest,
    OrderChanged,
    OrderTold,
    OrderUnchanged,
    OrderNoted,
    OrderMessagesOn,
    OrderMessagesOff,
    OrderHandedOver,
    NothingChosen,
}
