<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Settings;
use DateTimeImmutable;

/** Since when a gateway is asked for what none of its calls told of: some days back, and where it was asked longer ago than that, since then. */
final readonly class LookBack
{
    /** A gateway's calls are tried for days; what is older than that was heard of, or found by the look before. */
    private const DAYS = '-7 days';

    /** A look that is noted needs no new note for so long. */
    private const NOTED = '-1 day';

    /** @param string $what is asked for: "disputes" */
    public function __construct(private Settings $settings, private Clock $clock, private string $what)
    {
    }

    public function since(Gateway $gateway): DateTimeImmutable
    {
        $last = $this->last($gateway) ?? $this->clock->now();

        return min($this->clock->now(), $last)->modify(self::DAYS);
    }

    /** It has answered. @param DateTimeImmutable $asked when it was asked */
    public function answered(Gateway $gateway, DateTimeImmutable $asked): void
    {
        $last = $this->last($gateway);
        if ($last === null || $last > $asked || $last < $asked->modify(self::NOTED)) {
            $this->settings->set($this->name(), [self::key($gateway) => Timestamps::to_row($asked)] + $this->settings->get($this->name()));
        }
    }

    private function last(Gateway $gateway): ?DateTimeImmutable
    {
        $noted = $this->settings->get($this->name())[self::key($gateway)] ?? null;

        return is_string($noted) ? Timestamps::from_row($noted) : null;
    }

    private function name(): string
    {
        return "{$this->what}_looked_for";
    }

    private static function key(Gateway $gateway): string
    {
        return "{$gateway->name()} {$gateway->mode()}";
    }
}
