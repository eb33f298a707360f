<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

/** Why days that were billed are not wanted. */
enum ChangeKind: string
{
    case Changed = 'changed';
    case Canceled = 'canceled';

    /**
     * What the credit note gives as its reason, in the language that is switched on.
     *
     * @param string $day as it is written in that language
     */
    public function reason(string $day): string
    {
        return match ($this) {
            /* translators: %s: date */
            self::Changed => sprintf(__('Subscription changed on %s', 'counterfoil'), $day),
            /* translators: %s: date */
            self::Canceled => sprintf(__('Subscription canceled on %s', 'counterfoil'), $day),
        };
    }
}
