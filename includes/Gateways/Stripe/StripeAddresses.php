<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

/** Where Stripe is. wp-config.php may name another place for tests and the demo; a live key never goes there. */
final readonly class StripeAddresses
{
    private const API = 'https://api.stripe.com';
    /** The release that @stripe/stripe-js, as pinned in package.json, was made for. */
    private const JS = 'https://js.stripe.com/endive/stripe.js';

    public static function api(): string
    {
        return defined('COUNTERFOIL_STRIPE_API_BASE') && is_string(COUNTERFOIL_STRIPE_API_BASE) && COUNTERFOIL_STRIPE_API_BASE !== ''
            ? rtrim(COUNTERFOIL_STRIPE_API_BASE, '/')
            : self::API;
    }

    public static function js(): string
    {
        return defined('COUNTERFOIL_STRIPE_JS_URL') && is_string(COUNTERFOIL_STRIPE_JS_URL) && COUNTERFOIL_STRIPE_JS_URL !== ''
            ? COUNTERFOIL_STRIPE_JS_URL
            : self::JS;
    }

    /** Is somebody else in Stripe's place? */
    public static function are_replaced(): bool
    {
        return self::api() !== self::API || self::js() !== self::JS;
    }
}
