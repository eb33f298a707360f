<?php

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Subscriptions\RenewingSteps;

/** A worker at a moment; it writes down its steps, and the first one is killed before one of them. Answers whether it lived. */
return static function (int $process, string $moment, int $killed_at, string $log): bool {
    $clock = Plugin::instance()->clock();
    assert($clock instanceof MovableClock);
    $clock->set(new DateTimeImmutable($moment));
    $number = 0;
    RenewingSteps::watch(static function (string $step, array $deciding) use (&$number, $process, $killed_at, $log): void {
        file_put_contents($log, implode("\t", [$step, ...$deciding]) . "\n", FILE_APPEND);
        if (++$number === $killed_at && $process === 0) {
            posix_kill((int) getmypid(), SIGKILL);
        }
    });
    Plugin::instance()->module(SharedModule::class)->worker()->run(only: ['subscriptions.renew', 'subscriptions.bill', 'subscriptions.charge', 'mail.send']);

    return true;
};
