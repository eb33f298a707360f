<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to reminders, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: 1: invoice number, 2: e-mail addresses */
            'invoice.reminded' => static fn (EventWords $words): string => sprintf(__('Reminder for invoice %1$s sent to %2$s', 'counterfoil'), $words->text('number'), $words->text('recipients')),
            'client.reminders_on' => static fn (): string => __('Payment reminders turned on', 'counterfoil'),
            'client.reminders_off' => static fn (): string => __('Payment reminders turned off', 'counterfoil'),
            'settings.reminders_updated' => static fn (): string => __('Reminder settings changed', 'counterfoil'),
        ];
    }
}
