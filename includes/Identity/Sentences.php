<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Activity\EventWords;

/** Invitations, log-ins and passwords, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: a person's name */
            'contact.invited' => static fn (EventWords $words): string => sprintf(__('%s invited to the portal', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.invitation_revoked' => static fn (EventWords $words): string => sprintf(__('Invitation for %s revoked', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.accepted' => static fn (EventWords $words): string => sprintf(__('%s accepted the invitation', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.logged_in' => static fn (EventWords $words): string => sprintf(__('%s logged in to the portal', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.password_changed' => static fn (EventWords $words): string => sprintf(__('%s changed their password', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.password_set' => static fn (EventWords $words): string => sprintf(__('Password of %s changed by staff', 'counterfoil'), $words->name()),
        ];
    }
}
