<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Shared\Module;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\SubscriptionsModule;

/** What subscriptions will bring. */
final class ForecastModule extends Module
{
    public function read(): ReadForecast
    {
        $subscriptions = $this->plugin->module(SubscriptionsModule::class);
        $renewals = $this->plugin->module(RenewalsModule::class);

        return new ReadForecast(
            $subscriptions->subscriptions(),
            $renewals->renewals(),
            $subscriptions->billing_days(),
            $renewals->taxes(),
            $subscriptions->settings(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }
}
