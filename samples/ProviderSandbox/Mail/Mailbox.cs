using ProviderSandbox.Wire;

namespace ProviderSandbox.Mail;

/// <summary>The mails that the server has accepted, for everybody: the newest of them, so that a sandbox can run for days.</summary>
public sealed class Mailbox
{
    private readonly List<ReceivedMail> _mails = [];
    private readonly SandboxState _state;
    private readonly MailLimits _limits;
    private long _accepted;
    private long _size;

    internal Mailbox(SandboxState state, MailLimits limits)
    {
        _state = state;
        _limits = limits;
    }

    /// <summary>Gets the mails in the order in which they were accepted.</summary>
    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. _mails];
            }
        }
    }

    /// <summary>Gets a mail by its number; null where it is not kept.</summary>
    public ReceivedMail? Find(long id)
    {
        lock (_state.Gate)
        {
            return _mails.Find(mail => mail.Id == id);
        }
    }

    /// <summary>Forgets all mails. Numbers are not used again.</summary>
    public void Empty()
    {
        lock (_state.Gate)
        {
            _mails.Clear();
            _size = 0;
        }
    }

    internal ReceivedMail Keep(Envelope envelope, ReadOnlyMemory<byte> source)
    {
        lock (_state.Gate)
        {
            var mail = new ReceivedMail(++_accepted, _state.Now, envelope, source);
            _mails.Add(mail);
            _size += mail.Size;
            while (_mails.Count > 1 && (_mails.Count > _limits.Kept || _size > _limits.KeptSize))
            {
                _size -= _mails[0].Size;
                _mails.RemoveAt(0);
            }

            return mail;
        }
    }
}
