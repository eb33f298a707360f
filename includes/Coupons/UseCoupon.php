<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/**
 * Counts a coupon's uses, in the transaction of whoever issues or voids the bill: it is used with it, or not at all.
 * The coupon's row is taken first, then the client's count, in both directions, so that nobody waits in a circle.
 */
final readonly class UseCoupon
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private CouponRepository $coupons, private CouponUseRepository $uses, private Closure $today)
    {
    }

    /**
     * Before the bill has its number: others who issue wait for that one.
     *
     * @throws DomainError 400 at CouponRefusals::FIELD when it can't be used (any more)
     */
    public function take(int $coupon_id, string $code, int $client_id): void
    {
        $today = ($this->today)();
        $is_taken = $this->coupons->take($coupon_id, $today);
        $coupon = $this->coupons->lock($coupon_id) ?? throw CouponRefusals::unknown($code);
        if (! $is_taken) {
            throw CouponRefusals::of_state($coupon, $today) ?? CouponRefusals::used_up($coupon);
        }
        if (! $this->uses->take($coupon_id, $client_id, $coupon->limits->per_client)) {
            throw CouponRefusals::used_by_client($coupon);
        }
    }

    /**
     * After the bill has its number.
     *
     * @param Money $amount what it took off
     */
    public function record(Change $change, int $coupon_id, string $code, int $client_id, int $invoice_id, string $number, Money $amount): void
    {
        $this->uses->insert($coupon_id, $client_id, $invoice_id, $number, $amount);
        $change->event('coupon.used', [['coupon', $coupon_id], ['invoice', $invoice_id]], $client_id, ['name' => $code, 'number' => $number] + $amount->to_wire());
        /**
         * Fires once a coupon is used: the bill that carries it is issued.
         *
         * @param int $coupon_id
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('coupon_used', $coupon_id, $invoice_id);
    }

    /**
     * A subscription starts with it: one use, however many of its bills carry it.
     *
     * @param string $name of the subscription
     * @throws DomainError 400 at CouponRefusals::FIELD when it can't be used (any more)
     */
    public function agree(Change $change, int $coupon_id, string $code, int $client_id, int $subscription_id, string $name, Currency $currency): void
    {
        $this->take($coupon_id, $code, $client_id);
        $this->uses->insert_of_subscription($coupon_id, $client_id, $subscription_id, $name, $currency->code, true);
        $change->event('coupon.agreed', [['coupon', $coupon_id], ['subscription', $subscription_id]], $client_id, ['name' => $code]);
    }

    /** A bill with it started a subscription, which goes on with it: the bill is the use. */
    public function goes_on(int $coupon_id, int $client_id, int $subscription_id, string $name, Currency $currency): void
    {
        $this->uses->insert_of_subscription($coupon_id, $client_id, $subscription_id, $name, $currency->code, false);
    }

    /** @param int $amount minor units that it took off a subscription's bill; below zero for one that became void */
    public function took_off(int $subscription_id, int $amount): void
    {
        $this->uses->took_off($subscription_id, $amount);
    }

    /** A subscription ended that no bill with its coupon stands of: it can be used again. Nothing happens where it is no use. */
    public function end(Change $change, int $subscription_id): void
    {
        $use = $this->uses->of_subscription($subscription_id);
        if ($use === null || ! $use->is_counted) {
            return;
        }
        $code = $this->coupons->lock($use->coupon_id)->code ?? '';
        if ($this->uses->give_back($use)) {
            $this->coupons->give_back($use->coupon_id);
            $this->uses->give_back_to_client($use->coupon_id, $use->client_id);
            $change->event('coupon.freed', [['coupon', $use->coupon_id], ['subscription', $subscription_id]], $use->client_id, ['name' => $code]);
        }
    }

    /** The bill is void: what it used can be used again. Nothing happens where it used nothing. */
    public function give_back(Change $change, int $invoice_id): void
    {
        $use = $this->uses->of_invoice($invoice_id);
        if ($use === null) {
            return;
        }
        // As whoever uses it does: its row before all others.
        $this->coupons->lock($use->coupon_id);
        if (! $this->uses->give_back($use)) {
            return;
        }
        $this->coupons->give_back($use->coupon_id);
        $this->uses->give_back_to_client($use->coupon_id, $use->client_id);
        $change->event('coupon.given_back', [['coupon', $use->coupon_id], ['invoice', $invoice_id]], $use->client_id, ['name' => $this->coupons->find($use->coupon_id)->code ?? '', 'number' => $use->number]);
        /**
         * Fires when a use of a coupon no longer counts because its bill was voided.
         *
         * @param int $coupon_id
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('coupon_given_back', $use->coupon_id, $invoice_id);
    }
}
