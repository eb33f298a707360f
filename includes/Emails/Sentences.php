<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to mails and their settings, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: e-mail address */
            'email.resent' => static fn (EventWords $words): string => sprintf(__('Email resent to %s', 'counterfoil'), $words->text('recipient')),
            'settings.emails_updated' => static fn (): string => __('Email settings changed', 'counterfoil'),
        ];
    }
}
