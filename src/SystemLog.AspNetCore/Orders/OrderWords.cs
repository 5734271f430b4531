using System.Globalization;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Texts;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>Says in the reader's language what a workflow and its decisions say in codes.</summary>
internal sealed class OrderWords(PanelRequest panel, OrderWorkflow workflow)
{
    private readonly OrderTexts _texts = panel.Texts.Orders;

    private string Language => panel.Texts.Language;

    /// <summary>Names a status; one that is not defined any more by its code.</summary>
    public string Status(string? code) => PanelFormat.Plain(workflow.Find(code)?.LabelIn(Language).Staff ?? code);

    public string Trigger(string name) => PanelFormat.Plain(
        name == StatusChange.ImportTrigger ? _texts.Imported : workflow.Triggers.FirstOrDefault(trigger => trigger.Name == name)?.LabelIn(Language) ?? name);

    public string Right(string right) => PanelFormat.Plain(_texts.Rights.GetValueOrDefault(right) ?? right);

    public string Level(PolicyLevel level) => Said(_texts.DecidedBy, _texts.Levels[level.ToString()]);

    public string LanguageOf(string code) => _texts.Languages.GetValueOrDefault(code) ?? PanelFormat.Plain(code);

    /// <summary>Names who did something, and what kind of actor that is where it is not one of the staff.</summary>
    public string Who(Actor actor) => actor switch
    {
        { IsSystem: true } => panel.Texts.TheSystem,
        { Kind: ActorKind.User } => PanelFormat.Plain(actor.Name),
        _ => $"{PanelFormat.Plain(actor.Name)} ({_texts.Actors[actor.Kind.ToString()]})",
    };

    /// <summary>Says why a change is refused: a guard of the host's own in the host's words.</summary>
    public string Refusal(Refusal refusal, Transition? transition)
    {
        if (OwnText(refusal.Code, transition) is { } own)
        {
            return PanelFormat.Plain(own);
        }

        var said = _texts.Refusals.GetValueOrDefault(refusal.Code) ?? Said(_texts.OtherRefusal, PanelFormat.Plain(refusal.Code));
        return Said(said, Values(refusal, transition));
    }

    public string Suppressed(SuppressionReason? reason) => reason is { } why ? _texts.Suppressions[why.ToString()] : "";

    /// <summary>Says who a message goes to, how and in which language.</summary>
    public string Message(OrderMessage message)
    {
        var to = _texts.Audiences[message.Audience.ToString()];
        var whom = string.IsNullOrWhiteSpace(message.Recipient) ? to : $"{to} ({PanelFormat.Plain(message.Recipient)})";
        return Said(_texts.MessageTo, _texts.Channels[message.Channel.ToString()], whom, LanguageOf(message.Language));
    }

    /// <summary>Names a channel within a sentence.</summary>
    public string ChannelInline(MessageChannels channel)
    {
        var name = _texts.Channels[channel.ToString()];
        return channel == MessageChannels.Sms && name == "SMS" ? name : char.ToLower(name[0], panel.Format.Culture) + name[1..];
    }

    /// <summary>Says a setting that is a time in whole days, hours or minutes.</summary>
    public string Time(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? _texts.Never
        : time == TimeSpan.Zero ? _texts.AtOnce
        : time.TotalDays >= 1 ? _texts.Days.For((long)time.TotalDays, panel.Format.Culture)
        : time.TotalHours >= 1 && time.Minutes == 0 ? Said(panel.Texts.Work.Hours, (int)time.TotalHours)
        : time.TotalMinutes >= 1 && time.Seconds == 0 && time.TotalHours < 1 ? Said(panel.Texts.Work.Minutes, time.Minutes)
        : panel.Format.Duration(time);

    public string Said(string text, params object[] values) => string.Format(panel.Format.Culture, text, values);

    private string? OwnText(string code, Transition? transition) => transition?.Guards
        .Concat(transition.To.OfType<TransitionTarget.Status>().SelectMany(target => target.When))
        .FirstOrDefault(guard => guard.Reason == code && guard.Texts.Count > 0)
        ?.Texts is { } texts ? texts.GetValueOrDefault(Language) ?? texts.GetValueOrDefault("en") ?? texts.Values.First() : null;

    private string Values(Refusal refusal, Transition? transition) => refusal.Code switch
    {
        RefusalCodes.MissingRight => string.Join(
            transition?.Right is RightRequirement.AllOf ? _texts.And : _texts.Or,
            refusal.Values.Where(right => right != OrderRights.CustomerSelf).Select(Right)),
        RefusalCodes.UnknownTrigger => string.Join(", ", refusal.Values.Select(Trigger)),
        RefusalCodes.TextTooLong => string.Join(", ", refusal.Values.Select(name => _texts.Fields.GetValueOrDefault(name) ?? name)),
        _ when Guards.LongReason.Reason == refusal.Code => Guards.OverrideReasonLength.ToString(CultureInfo.InvariantCulture),
        _ => string.Join(", ", refusal.Values.Select(Status)),
    };
}
