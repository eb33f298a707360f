<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Closure;
use Counterfoil\Products\Plan;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;

/**
 * Whether a code can be used for what somebody wants to buy, and if not, why. Reserves nothing: the use is counted when
 * the bill is issued (UseCoupon), where it is asked once more.
 */
final readonly class CheckCoupon
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private CouponRepository $coupons, private CouponUseRepository $uses, private CouponScope $scope, private Closure $today)
    {
    }

    /**
     * @param string $code as it was typed
     * @param int|null $client_id null while it is not known who buys
     * @param list<Plan|null> $plans what is bought, one for each line; null for a line of no plan
     * @throws DomainError 400 at CouponRefusals::FIELD
     */
    public function handle(string $code, ?int $client_id, Currency $currency, array $plans): Coupon
    {
        return $this->checked($this->coupons->find_by_code($code) ?? throw CouponRefusals::unknown($code), $client_id, $currency, $plans);
    }

    /**
     * The same of one that was chosen before, whatever its code is now.
     *
     * @param list<Plan|null> $plans what is bought, one for each line; null for a line of no plan
     * @throws DomainError 400 at CouponRefusals::FIELD
     */
    public function again(int $id, string $code, ?int $client_id, Currency $currency, array $plans): Coupon
    {
        return $this->checked($this->coupons->find($id) ?? throw CouponRefusals::unknown($code), $client_id, $currency, $plans);
    }

    /** @param list<Plan|null> $plans */
    private function checked(Coupon $coupon, ?int $client_id, Currency $currency, array $plans): Coupon
    {
        $terms = $coupon->terms;
        $is_for = static fn (?Plan $plan): bool => $terms->is_for($plan?->id, $plan?->product_id);
        $limit = $coupon->limits->per_client;
        $refusal = CouponRefusals::of_state($coupon, ($this->today)()) ?? match (true) {
            $client_id !== null && $limit !== null && $this->uses->of_client($coupon->id, $client_id) >= $limit => CouponRefusals::used_by_client($coupon),
            ! $terms->has_currency($currency) => CouponRefusals::other_currency($coupon, $currency),
            ! $terms->is_for_everything() && ! in_array(true, array_map($is_for, $plans), true) => CouponRefusals::other_products($coupon, $this->scope->names($coupon)),
            default => null,
        };

        return $refusal === null ? $coupon : throw $refusal;
    }
}
