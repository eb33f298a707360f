<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;

/** What an agency has set up before it bills: without it nobody is invited, and nobody is asked to pay online. */
trait ReadyToBill
{
    protected function create_portal_pages(): void
    {
        $portal = Plugin::instance()->module(PortalsModule::class)->portals()->default();
        Plugin::instance()->module(PortalsModule::class)->create_pages()->handle($portal->id, Actor::system());
    }

    /** With keys that nobody has answered to: enough to offer online payment, not to take one. */
    protected function enter_stripe_keys(): void
    {
        $settings = Plugin::instance()->module(StripeModule::class)->settings();
        $keys = [
            'publishable_key' => 'pk_test_ready_to_bill',
            'secret_key' => $settings->seal('test', 'secret_key', 'sk_test_ready_to_bill'),
            'webhook_secret' => $settings->seal('test', 'webhook_secret', ''),
            'account' => '',
        ];
        $settings->save('test', $keys, $settings->of_mode('live'), '');
    }
}
