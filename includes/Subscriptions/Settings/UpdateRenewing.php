<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;

/** How subscriptions renew from now on. What was claimed stays as it was. */
final readonly class UpdateRenewing
{
    public function __construct(private Changes $changes, private RenewalSettings $settings)
    {
    }

    public function handle(Renewing $renewing, Actor $by): Renewing
    {
        $this->changes->run($by, function (Change $change) use ($renewing): void {
            $this->settings->save($renewing);
            $change->event('settings.subscriptions_updated', [['settings', 0]], null);
            /**
             * Fires after the subscription settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_subscriptions_updated');
        });

        return $this->settings->get();
    }
}
