<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** Which form the log-in page shows. */
enum LoginStep: string
{
    case LogIn = 'log-in';
    /** Ask for a link to choose a new password */
    case Forgotten = 'forgotten';
    /** Ask for a link that logs in */
    case AskLink = 'link';
    /** A mail is on its way, if the address is known; no form */
    case Sent = 'sent';
    case Invitation = 'invitation';
    /** An invitation that has expired: ask for a new one */
    case Renew = 'renew';
    case Reset = 'reset';
    case Magic = 'magic';
    /** A new address is confirmed */
    case Email = 'email';
    /** A new address was confirmed in a browser that is not logged in; no form */
    case Confirmed = 'confirmed';
    /** A link that does not work; offers what to do instead */
    case Expired = 'expired';
    /** Logged in already: to the portal, or log out */
    case LoggedIn = 'logged-in';
}
