<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Activity\EventWords;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Shared\Money\Money;

/** What happened to money that came or went back, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: amount of money */
            'payment.started' => static fn (EventWords $words): string => sprintf(__('Payment of %s started', 'counterfoil'), $words->money()),
            'payment.succeeded' => static fn (EventWords $words): string => $words->text('method') === ''
                /* translators: %s: amount of money */
                ? sprintf(__('Payment of %s received', 'counterfoil'), $words->money())
                /* translators: 1: amount of money, 2: how it was paid ("Visa ending in 4242") */
                : sprintf(__('Payment of %1$s received (%2$s)', 'counterfoil'), $words->money(), $words->text('method')),
            'payment.failed' => static fn (EventWords $words): string => self::failure($words) === ''
                /* translators: %s: amount of money */
                ? sprintf(__('Payment of %s failed', 'counterfoil'), $words->money())
                /* translators: 1: amount of money, 2: a sentence that says why */
                : sprintf(__('Payment of %1$s failed: %2$s', 'counterfoil'), $words->money(), self::failure($words)),
            /* translators: %s: amount of money */
            'payment.requires_action' => static fn (EventWords $words): string => sprintf(__('Payment of %s is waiting for the client to confirm it with their bank', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'payment.cancelled' => static fn (EventWords $words): string => sprintf(__('Payment of %s canceled', 'counterfoil'), $words->money()),
            /* translators: 1: amount of money, 2: how it was paid ("Bank transfer") */
            'payment.recorded_offline' => static fn (EventWords $words): string => sprintf(__('Payment of %1$s recorded (%2$s)', 'counterfoil'), $words->money(), self::offline_method($words)),
            /* translators: %s: amount of money */
            'payment.waits' => static fn (EventWords $words): string => sprintf(__('Payment of %s is waiting for the client', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'payment.processing' => static fn (EventWords $words): string => sprintf(__('Payment of %s is processing', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'payment.unknown' => static fn (EventWords $words): string => sprintf(__('Payment of %s not confirmed yet; we keep checking with the gateway', 'counterfoil'), $words->money()),
            /* translators: %s: a sentence that says what is unusual */
            'payment.flagged' => static fn (EventWords $words): string => sprintf(__('A payment needs attention: %s', 'counterfoil'), self::flag($words)),
            /* translators: %s: amount of money */
            'refund.started' => static fn (EventWords $words): string => sprintf(__('Refund of %s started', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'refund.pending' => static fn (EventWords $words): string => sprintf(__('Refund of %s processing', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'refund.unknown' => static fn (EventWords $words): string => sprintf(__('Refund of %s not confirmed yet; we keep checking with the gateway', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'refund.made' => static fn (EventWords $words): string => sprintf(__('%s refunded', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'refund.failed' => static fn (EventWords $words): string => sprintf(__('Refund of %s failed', 'counterfoil'), $words->money()),
        ];
    }

    /** What is unusual about a payment, in the reader's language. */
    private static function flag(EventWords $words): string
    {
        return PaymentFlag::tryFrom($words->text('flag'))?->words(Money::of((int) $words->text('amount'), $words->text('currency')), (int) $words->text('took'), $words->text('took_currency')) ?? '';
    }

    /** Why a payment failed, in the reader's language. */
    private static function failure(EventWords $words): string
    {
        return FailureReason::tryFrom($words->text('failure_code'))?->words() ?? $words->text('failure');
    }

    private static function offline_method(EventWords $words): string
    {
        return (OfflineMethod::tryFrom($words->text('method')) ?? OfflineMethod::Other)->label();
    }
}
