<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** What the log-in and the account's page can do, by REST and by their forms. */
final readonly class WaysIn
{
    public function __construct(
        public LogIn $log_in,
        public LogOut $log_out,
        public AskByMail $ask,
        public ResetPassword $reset,
        public UseMagicLink $magic,
        public AcceptInvitation $accept,
        public RenewInvitation $renew,
        public ChangePassword $password,
        public ChangeOwnEmail $email,
    ) {
    }
}
