<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** What the log-in can do, by REST and by the forms of its page alike. */
final readonly class WaysIn
{
    public function __construct(
        public LogIn $log_in,
        public LogOut $log_out,
        public AskByMail $ask,
        public ResetPassword $reset,
        public UseMagicLink $magic,
        public AcceptInvitation $accept,
    ) {
    }
}
