<?php

declare(strict_types=1);

namespace Counterfoil\ExchangeRates;

use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;

final class ExchangeRatesModule extends Module
{
    public function tables(): array
    {
        return [ExchangeRatesTable::class];
    }

    public function jobs(): array
    {
        return [new Job(Rates::JOB, function (int $id): null {
            $this->rates()->ask($id);

            return null;
        }, given_up: fn (int $id) => $this->rates()->forget($id))];
    }

    public function rates(): Rates
    {
        return new Rates($this->plugin->database(), $this->plugin->queue(), new CentralBanks($this->plugin->database()));
    }
}
