<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;

/** What can be typed about a coupon, tidied and checked. */
final readonly class CouponDetails
{
    private function __construct(public string $code, public string $name, public CouponTerms $terms, public CouponLimits $limits)
    {
    }

    /**
     * @param array<string, mixed> $body fits the contract
     * @throws DomainError 400 naming each field
     */
    public static function from_body(array $body): self
    {
        $wrong = self::wrong_days($body);
        $percent = $body['value']['type'] === 'percent' ? (string) $body['value']['percent'] : null;
        if ($percent !== null && trim($percent, '0.') === '') {
            $wrong['/value/percent'] = __('Enter a percentage higher than 0, for example 10.', 'counterfoil');
        }
        $amounts = [];
        foreach ($percent === null ? $body['value']['amounts'] : [] as $i => ['amount' => $amount, 'currency' => $code]) {
            $problem = match (true) {
                ! in_array($code, Currency::codes(), true) => ['currency', __('This currency isn’t supported. Choose one from the list.', 'counterfoil')],
                isset($amounts[$code]) => ['currency', __('There is already an amount in this currency. Choose another one.', 'counterfoil')],
                $amount < 1 => ['amount', __('Enter an amount greater than zero.', 'counterfoil')],
                default => null,
            };
            if ($problem !== null) {
                $wrong["/value/amounts/{$i}/{$problem[0]}"] = $problem[1];
            }
            $amounts[$code] = $amount;
        }
        $duration = CouponDuration::from($body['duration']);
        if ($duration === CouponDuration::Cycles && $body['cycles'] === null) {
            $wrong['/cycles'] = __('Enter for how many bills the coupon counts.', 'counterfoil');
        }
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }
        ksort($amounts);

        return new self(
            Coupon::normal_code($body['code']),
            Input::line($body['name']),
            new CouponTerms(
                $percent !== null && str_contains($percent, '.') ? rtrim(rtrim($percent, '0'), '.') : $percent,
                $amounts,
                $duration,
                $duration === CouponDuration::Cycles ? $body['cycles'] : null,
                array_values(array_unique($body['product_ids'])),
                array_values(array_unique($body['plan_ids'])),
            ),
            new CouponLimits($body['max_uses'], $body['max_uses_per_client'], $body['valid_from'], $body['valid_until']),
        );
    }

    /**
     * @param array<string, mixed> $body
     * @return array<string, string>
     */
    private static function wrong_days(array $body): array
    {
        $wrong = [];
        foreach (['valid_from', 'valid_until'] as $field) {
            if ($body[$field] !== null && ! Timestamps::is_day($body[$field])) {
                $wrong["/{$field}"] = __('This date doesn’t exist. Enter a date such as 2026-11-30.', 'counterfoil');
            }
        }
        if ($wrong === [] && $body['valid_from'] !== null && $body['valid_until'] !== null && $body['valid_until'] < $body['valid_from']) {
            $wrong['/valid_until'] = __('The end date is before the start date. Check both dates.', 'counterfoil');
        }

        return $wrong;
    }
}
