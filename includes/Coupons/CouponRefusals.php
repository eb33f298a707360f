<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\MoneyFormat;

/** Why a coupon can't be used. All are 400, at the field it is typed into. */
final readonly class CouponRefusals
{
    /** The request's field, everywhere a coupon can be typed. */
    public const FIELD = '/coupon';

    public static function unknown(string $code): DomainError
    {
        /* translators: %s: code of a coupon */
        return self::because('coupon_unknown', sprintf(__('There is no coupon “%s”. Check the code.', 'counterfoil'), Coupon::normal_code($code)));
    }

    /**
     * What keeps everybody from using it.
     *
     * @param string $today in the business's time zone, "2026-03-31"
     */
    public static function of_state(Coupon $coupon, string $today): ?DomainError
    {
        return match ($coupon->state($today)) {
            CouponState::Active => null,
            /* translators: %s: code of a coupon */
            CouponState::Archived => self::because('coupon_archived', sprintf(__('The coupon %s is no longer available.', 'counterfoil'), $coupon->code)),
            /* translators: 1: code of a coupon, 2: date */
            CouponState::Scheduled => self::because('coupon_scheduled', sprintf(__('The coupon %1$s can be used from %2$s.', 'counterfoil'), $coupon->code, SiteDay::of((string) $coupon->limits->valid_from))),
            /* translators: 1: code of a coupon, 2: date */
            CouponState::Expired => self::because('coupon_expired', sprintf(__('The coupon %1$s has expired. It was valid until %2$s.', 'counterfoil'), $coupon->code, SiteDay::of((string) $coupon->limits->valid_until))),
            CouponState::UsedUp => self::used_up($coupon),
        };
    }

    public static function used_up(Coupon $coupon): DomainError
    {
        $limit = (int) $coupon->limits->in_all;

        return self::because('coupon_used_up', sprintf(
            /* translators: 1: code of a coupon, 2: how often it could be used */
            _n('The coupon %1$s is used up. It could be used %2$d time.', 'The coupon %1$s is used up. It could be used %2$d times.', $limit, 'counterfoil'),
            $coupon->code,
            $limit
        ));
    }

    public static function used_by_client(Coupon $coupon): DomainError
    {
        $limit = (int) $coupon->limits->per_client;

        return self::because('coupon_used_by_client', sprintf(
            /* translators: 1: code of a coupon, 2: how often a client can use it */
            _n('This client has already used the coupon %1$s. Each client can use it %2$d time.', 'This client has already used the coupon %1$s. Each client can use it %2$d times.', $limit, 'counterfoil'),
            $coupon->code,
            $limit
        ));
    }

    public static function other_currency(Coupon $coupon, Currency $currency): DomainError
    {
        $numbers = new MoneyFormat(determine_locale());

        return self::because('coupon_other_currency', sprintf(
            /* translators: 1: code of a coupon, 2: currency code, 3: amounts of money */
            __('The coupon %1$s has no amount in %2$s. It takes off %3$s.', 'counterfoil'),
            $coupon->code,
            $currency->code,
            implode(' / ', array_map($numbers->money(...), $coupon->terms->money()))
        ));
    }

    /** @param list<string> $names of the products and plans it is for */
    public static function other_products(Coupon $coupon, array $names): DomainError
    {
        return self::because('coupon_other_products', $names === []
            /* translators: %s: code of a coupon */
            ? sprintf(__('The coupon %s is only for products that no longer exist.', 'counterfoil'), $coupon->code)
            : sprintf(
                /* translators: 1: code of a coupon, 2: names of products and plans */
                __('The coupon %1$s is only for: %2$s. None of them is on this invoice.', 'counterfoil'),
                $coupon->code,
                implode(', ', $names)
            ));
    }

    private static function because(string $reason, string $message): DomainError
    {
        return DomainError::invalid($message, self::FIELD, $reason);
    }
}
