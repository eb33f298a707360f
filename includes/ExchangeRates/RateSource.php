<?php

declare(strict_types=1);

namespace Counterfoil\ExchangeRates;

/** Who publishes exchange rates. */
interface RateSource
{
    /**
     * The rate of the last working day before a day. Never in a transaction.
     *
     * @param string $from ISO 4217
     * @param string $to ISO 4217
     * @param string $before "2026-11-26"
     * @throws \Counterfoil\Shared\Queue\JobFailed when it does not answer, or has no such rate
     */
    public function ask(string $from, string $to, string $before): ExchangeRate;
}
