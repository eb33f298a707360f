<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/** Mail to a person's address. */
final readonly class PersonalMails implements PersonalData
{
    public function __construct(private OutboxRepository $rows)
    {
    }

    public function export(Person $person): array
    {
        return array_map(static fn (array $mail): Record => new Record('counterfoil-emails', __('Emails from the client portal', 'counterfoil'), "counterfoil-email-{$mail['id']}", [
            __('Sent', 'counterfoil') => $mail['sent_at'],
            __('Subject', 'counterfoil') => $mail['subject'],
        ]), $this->rows->to($person->email));
    }

    public function erase(Person $person, Change $change): array
    {
        $this->rows->forget_recipient($person->email);

        return [];
    }
}
