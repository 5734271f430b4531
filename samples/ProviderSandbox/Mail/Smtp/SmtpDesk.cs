using ProviderSandbox.Faults;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>Where all connections meet: fails or carries out a step, and notes it.</summary>
internal sealed class SmtpDesk(SandboxState state, FaultPlan faults, RequestLog log, Mailbox mailbox)
{
    public Mailbox Mailbox => mailbox;

    /// <summary>The reply, or none where the fault loses it.</summary>
    public (SmtpReply? Reply, Fault? Fault) Decide(SmtpTurn.Step step)
    {
        lock (state.Gate)
        {
            var fault = faults.Take(Provider.Smtp, step.Operation, step.References);
            var carriedOut = fault is null or { AfterProcessing: true } or { Kind: FaultKind.Slow } ? step.Handle() : null;
            var reply = fault is null or { Kind: FaultKind.Slow } ? carriedOut : SmtpFaults.ReplyOf(fault.Kind);
            log.Add(new ServedRequest(
                state.Now, Provider.Smtp, step.Operation, step.Command.Verb, step.Command.Argument, null, string.Empty, reply?.Code, fault));
            return (reply, fault);
        }
    }
}
