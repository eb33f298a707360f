<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Queue\JobFailed;

/** The mail server, or what stands for it on this site, said no; the message is its own. */
final class MailNotSent extends JobFailed
{
}
