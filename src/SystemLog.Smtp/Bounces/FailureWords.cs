namespace SystemLog.Smtp.Bounces;

/// <summary>
/// What failed by the words of servers that give no enhanced status code, as subject and detail of RFC 3463, and which words tell that a
/// failure passes by itself although the code says that it is for good.
/// </summary>
internal static class FailureWords
{
    /// <summary>Tried in this order: what is particular first. All in lower case, as <see cref="TextLines.Normal"/> leaves them.</summary>
    private static readonly (string Detail, string[] Words)[] s_details =
    [
        ("2.2",
        [
            "mailbox full", "mailbox is full", "mailbox quota", "mailbox exceeds", "mailbox has exceeded", "exceeded storage",
            "mailfolder is full", "mail folder is full",
            "inbox is full", "over quota", "overquota", "over the quota", "quota exceeded", "quota is exceeded", "exceeded quota",
            "exceeded the quota",
            "exceeded his quota", "exceeded its quota", "exceeds quota", "disk quota", "quota exceed", "storage limit", "out of storage",
            "storage exceeded", "mailbox size limit",
            "not enough space", "no space left on", "not enough storage", "insufficient disk space", "maildir has overdrawn",
            "user is over", "too much mail", "postkassen er full", "postboksen er full", "brevlådan är full", "inkorgen är full",
            "postkassen er fuld", "indbakken er fuld", "postilaatikko on täynnä", "postfach ist voll", "postfach voll", "speicherplatz",
            "boîte aux lettres pleine", "boîte pleine", "boite pleine", "quota dépassé", "buzón lleno", "casella piena",
            "メールボックスが一杯", "メールボックスがいっぱい", "メールボックス容量", "容量を超え", "ящик переполнен", "переполнен",
        ]),
        ("4.7",
        [
            "retry timeout exceeded", "retry time exceeded", "in the queue too long", "on the queue too long", "delivery time expired",
            "message expired", "queue.expired",
            "delivery expired", "message timed out", "maximum retry", "retry limit", "could not be delivered for",
            "could not deliver for the last",
            "could not be delivered within", "not delivered within", "attempts: ", "failed after several attempts", "too many attempts",
            "delivery timeout", "timeout exceeded", "been returned after", "gave up", "giving up retry", "max queue", "queued too long",
            "ne pas avoir pu être remis dans", "一定時間",
        ]),
        ("1.2",
        [
            "host unknown", "unknown host", "host not found", "domain does not exist", "no such domain", "unknown domain",
            "domain not found", "domain name not found",
            "nxdomain", "couldn't find any host", "unknown mail domain", "domain is not valid", "no mx found", "non-existent hosts",
            "nonexistent domain", "domain unknown",
            "unrouteable mail domain", "unable to resolve", "domain unbekannt", "domaine inconnu", "ドメインが見つかりません", "ドメインが存在しません",
        ]),
        ("2.1",
        [
            "account is locked", "account locked", "account is disabled", "account disabled", "account has been disabled",
            "mailbox disabled", "mailbox is disabled",
            "mailbox is inactive", "account is inactive", "account inactive", "account suspended", "account has been suspended",
            "account is suspended", "mailbox is frozen",
            "mailbox is blocked", "account deactivated", "account has been deactivated", "account closed", "account expired",
            "no longer active", "mailbox locked",
            "user is inactive", "user is suspended", "not accepting mail", "not accepting messages",
        ]),
        ("1.1",
        [
            "user unknown", "unknown user", "unknown recipient", "recipient unknown", "no such user", "no such recipient",
            "no such mailbox", "no such account", "no such address",
            "no such person", "no such local user", "user not found", "mailbox not found", "recipient not found", "account not found",
            "address not found", "user doesn't exist",
            "user does not exist", "mailbox does not exist", "account does not exist", "account that you tried to reach does not exist",
            "address does not exist",
            "recipient does not exist", "unknown address", "unknown mailbox", "unknown account", "unknown local", "unknown email",
            "no mailbox here by that name",
            "not listed in", "recipient name is not recognized", "recipnotfound", "invalid recipient", "invalid mailbox", "invalid user",
            "invalid address", "illegal user",
            "unknown or illegal", "not a valid mailbox", "not a valid user", "not a valid recipient", "is not a known user",
            "not our user", "not our customer", "no valid recipients",
            "unknown in local recipient table", "unknown in virtual", "no account by that name", "not known here",
            "bad destination mailbox address",
            "couldn't be found", "doesn't have a yahoo", "this user doesn't have", "email address could not be found",
            "unknown virtual mailbox",
            "finnes ikke", "ukjent mottaker", "ukjent bruker", "finns inte", "okänd mottagare", "okänd användare", "findes ikke",
            "ukendt modtager", "ukendt bruger",
            "tuntematon vastaanottaja", "ei ole olemassa", "empfänger unbekannt", "unbekannter empfänger", "unbekannter benutzer",
            "existiert nicht", "nicht gefunden",
            "destinataire inconnu", "utilisateur inconnu", "n'existe pas", "destinataire invalide", "usuario desconocido",
            "utente sconosciuto",
            "リストにありません", "見つかりません", "存在しません", "該当するユーザ", "宛先不明", "あて先不明", "не существует", "не найден",
        ]),
        ("3.4",
        [
            "message too large", "message is too large", "message size exceeds", "exceeds maximum message size", "exceeds the maximum",
            "message too big", "message file too big",
            "exceeds size limit", "size limit exceeded", "message exceeds", "message length exceeds", "larger than the current",
        ]),
        ("4.6", ["too many hops", "hop count exceeded", "mail loop", "loops back to", "loop detected", "mail forwarding loop"]),
        ("7.1",
        [
            "relay access denied", "relaying denied", "relay denied", "relaying not", "not permitted to relay", "access denied",
            "rejected for policy", "policy reasons",
            "blacklist", "black list", "blocklist", "block list", "spamhaus", "considered spam", "identified as spam", "looks like spam",
            "message rejected as spam",
            "reverse dns", "no ptr record", "banned sending ip", "rejected as spam", "insecure mail relay",
        ]),
        ("4.1",
        [
            "connection timed out", "connection refused", "connection reset", "no route to host", "network is unreachable",
            "network unreachable", "host not reachable",
            "did not accept our requests to connect", "did not respond", "is not responding", "not responding", "no answer from",
            "unable to connect", "could not connect",
            "couldn't connect", "failed to connect", "network error on", "host is down", "connection dropped", "lost connection",
            "unable to contact",
            "timed out while", "server unavailable", "host unreachable", "応答がありません", "接続できません",
        ]),
    ];

    /// <summary>What passes by itself, whatever the code says.</summary>
    private static readonly string[] s_passing =
    [
        "try again later", "please try later", "try later", "temporar", "rate limit", "ratelimit", "rate exceeded", "sending too fast",
        "too many connections", "too many messages",
        "too many emails", "too many mails", "too many concurrent", "too many sessions", "too frequent", "frequency limited",
        "daily limit", "daily relay quota", "hourly limit", "sending quota",
        "receiving mail too quickly", "throttl", "greylist", "graylist", "deferred", "resources unavailable", "insufficient resources",
        "service unavailable, try",
        "not accepting connections", "please try again in", "retry later", "load too high", "too busy", "server busy", "system is busy",
        "server is busy",
        "mailbox busy", "exceeded the rate", "connection frequency", "connection rate", "currently unavailable",
        "insufficient system storage", "system storage",
        "prøv igjen senere", "försök igen senare", "prøv igen senere", "yritä myöhemmin uudelleen", "später erneut",
        "réessayer plus tard", "essayer plus tard", "しばらくしてから",
    ];

    private static readonly string[] s_passingDetails = ["2.2", "4.7", "4.1"];

    /// <summary>Returns subject and detail, such as "1.1", of the normalised words; null where they tell nothing certain.</summary>
    public static string? Detail(string words)
    {
        foreach (var (detail, phrases) in s_details)
        {
            if (HasAny(words, phrases))
            {
                return detail;
            }
        }

        return null;
    }

    /// <summary>Returns whether a failure passes by itself by its normalised words, or by the subject and detail of its status.</summary>
    public static bool PassesByItself(string words, string? detail) =>
        s_passingDetails.Contains(detail) || HasAny(words, s_passing);

    /// <summary>Returns whether any of the phrases stands in the normalised text.</summary>
    public static bool HasAny(string text, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
