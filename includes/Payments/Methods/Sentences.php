<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to kept methods, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: payment method, "Visa 4242" */
            'payment.keeping_agreed' => static fn (EventWords $words): string => sprintf(__('Client agreed to save %s for automatic payments', 'counterfoil'), $words->text('method')),
            /* translators: %s: payment method, "Visa 4242" */
            'method.kept' => static fn (EventWords $words): string => sprintf(__('%s saved for future payments', 'counterfoil'), $words->text('label')),
            'method.keeping_started' => static fn (): string => __('Client started to add a payment method', 'counterfoil'),
            'method.updated' => static fn (EventWords $words): string => $words->text('before') === $words->text('label')
                /* translators: %s: payment method, "Visa 4242" */
                ? sprintf(__('The card network updated %s: it has a new expiration date', 'counterfoil'), $words->text('label'))
                /* translators: 1: payment method before, "Visa 4242", 2: payment method now */
                : sprintf(__('The card network replaced %1$s with %2$s', 'counterfoil'), $words->text('before'), $words->text('label')),
            /* translators: 1: payment method, "SEPA 3000", 2: reference of a mandate */
            'method.agreed' => static fn (EventWords $words): string => sprintf(__('Mandate %2$s recorded for %1$s', 'counterfoil'), $words->text('label'), $words->text('reference')),
            /* translators: %s: payment method, "Visa 4242" */
            'method.default_chosen' => static fn (EventWords $words): string => sprintf(__('%s is now the default payment method', 'counterfoil'), $words->text('label')),
            /* translators: 1: payment method, "Visa 4242", 2: why it was removed, "removed by the client" */
            'method.removed' => static fn (EventWords $words): string => sprintf(__('%1$s can no longer be charged: %2$s', 'counterfoil'), $words->text('label'), RemovedWhy::tryFrom($words->text('why'))?->words() ?? ''),
        ];
    }
}
