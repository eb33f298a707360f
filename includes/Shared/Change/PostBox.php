<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Change;

/** Where a change leaves the mail it causes, in its own transaction; sent after the commit, once per reason. */
interface PostBox
{
    /** @return bool false when there is one with this reason already */
    public function leave(Mail $mail): bool;

    /**
     * @param list<Mail> $mails
     * @return list<bool> the same of each
     */
    public function leave_all(array $mails): array;
}
