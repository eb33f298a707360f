<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Tests\Support\CommittingTestCase;

/** Law 7: killed anywhere while renewing, every single step: `COUNTERFOIL_ROUNDS=1 vendor/bin/phpunit --filter KilledRenewalsTest`. */
final class KilledRenewalsTest extends CommittingTestCase
{
    use DiesWhileRenewing;

    /** What it dies in. */
    public const DIES_IN = ['ClaimPeriods::together', 'RenewTogether::bill', 'BillRenewal::draft_of', 'BillRenewal::billed', 'TakeLastStep::handle'];

    public function test_billed_by_invoices(): void
    {
        $this->killed_in_each(array_values(array_diff(RenewingSteps::PARTS, ['pro forma'])));

        self::assertSame([], array_values(array_diff(self::DIES_IN, array_keys($this->visited))), 'Nobody was killed in these.');
        $this->assert_numbers('invoice', 3 * $this->rounds);
    }

    private function prepare(array $clients): void
    {
        $this->renew([]);
    }

    private function in_the_end(bool $is_paid): array
    {
        return $is_paid
            ? ['bills' => [Settlement::Paid], 'mails' => ['invoice sent' => 1, 'receipt sent' => 1]]
            : ['bills' => [Settlement::Unpaid], 'mails' => ['invoice sent' => 1]];
    }
}
