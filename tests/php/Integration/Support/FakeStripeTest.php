<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Support;

use Counterfoil\Tests\Support\FakeStripe;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_Error;

final class FakeStripeTest extends IntegrationTestCase
{
    public function test_answers_where_the_site_looks_for_stripe(): void
    {
        $stripe = FakeStripe::for($this->gatekeeper);
        $answer = wp_remote_get(constant('COUNTERFOIL_STRIPE_API_BASE') . '/v1/account', ['headers' => ['Authorization' => 'Bearer sk_test_studio']]);

        self::assertSame($stripe->url, constant('COUNTERFOIL_STRIPE_API_BASE'));
        self::assertSame(200, wp_remote_retrieve_response_code($answer));
        self::assertSame('account', json_decode(wp_remote_retrieve_body($answer), true)['object'] ?? null);
    }

    public function test_is_empty_for_each_test_and_nothing_else_is_open(): void
    {
        $stripe = FakeStripe::for($this->gatekeeper);

        self::assertInstanceOf(WP_Error::class, wp_remote_get('https://api.stripe.com/v1/account'));
        self::assertSame(['requests' => []], $stripe->control('GET', 'requests'));
    }
}
