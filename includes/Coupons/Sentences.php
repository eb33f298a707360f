<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to coupons, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: code of a coupon */
            'coupon.created' => static fn (EventWords $words): string => sprintf(__('Coupon %s created', 'counterfoil'), $words->name()),
            /* translators: %s: code of a coupon */
            'coupon.updated' => static fn (EventWords $words): string => sprintf(__('Coupon %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: code of a coupon */
            'coupon.archived' => static fn (EventWords $words): string => sprintf(__('Coupon %s archived', 'counterfoil'), $words->name()),
            /* translators: %s: code of a coupon */
            'coupon.restored' => static fn (EventWords $words): string => sprintf(__('Coupon %s restored', 'counterfoil'), $words->name()),
            /* translators: %s: code of a coupon */
            'coupon.deleted' => static fn (EventWords $words): string => sprintf(__('Coupon %s deleted', 'counterfoil'), $words->name()),
            /* translators: 1: code of a coupon, 2: number of an invoice, 3: amount of money */
            'coupon.used' => static fn (EventWords $words): string => sprintf(__('Coupon %1$s used on invoice %2$s: %3$s off', 'counterfoil'), $words->name(), $words->text('number'), $words->money()),
            /* translators: %s: code of a coupon */
            'coupon.agreed' => static fn (EventWords $words): string => sprintf(__('Coupon %s used for the subscription', 'counterfoil'), $words->name()),
            /* translators: %s: code of a coupon */
            'coupon.freed' => static fn (EventWords $words): string => sprintf(__('Coupon %s can be used again: the subscription ended before it counted', 'counterfoil'), $words->name()),
            /* translators: 1: code of a coupon, 2: number of an invoice */
            'coupon.given_back' => static fn (EventWords $words): string => sprintf(__('Coupon %1$s can be used again: invoice %2$s was voided', 'counterfoil'), $words->name(), $words->text('number')),
        ];
    }
}
