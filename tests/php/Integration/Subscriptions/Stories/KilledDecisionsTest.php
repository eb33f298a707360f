<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Tests\Integration\Subscriptions\KilledRenewalsTest;
use Counterfoil\Tests\Integration\Subscriptions\RenewingSteps;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Law 7, for what is decided about subscriptions beside their bills and credit notes: killed in the middle, the end is what it is when nobody dies. */
final class KilledDecisionsTest extends IntegrationTestCase
{
    use MakesDecisions;

    /** What it dies in. */
    private const DIES_IN = [
        'StartSubscription::handle', 'StartFromInvoice::handle',
        'ReleaseSubscription::handle', 'SetBillingDay::handle', 'SettleChange::block',
        'RaisePrices::handle', 'TellRise::handle', 'WithdrawRises::handle',
        'RequestCancellation::handle', 'WithdrawRequest::handle', 'DeclineRequest::handle', 'AcceptRequest::handle', 'AnswerWithEnd::handle',
        'TellOfRenewals::tell', 'TellOfExpiry::look',
        'BillRenewal::block', 'GiveUpUnpaid::look', 'LiftSuspension::handle', 'CallOffUnbegun::handle',
    ];

    /** A step that no test visits fails here: each method that decides something is in the list of a test that dies in it. */
    public function test_each_method_that_decides_something_is_one_that_somebody_dies_in(): void
    {
        self::assertEqualsCanonicalizing(RenewingSteps::in_code(), [...KilledRenewalsTest::DIES_IN, ...KilledChangesTest::DIES_IN, ...self::DIES_IN]);
    }

    /** @return iterable<string, array{string}> */
    public static function decisions(): iterable
    {
        foreach (self::DIES_IN as $name) {
            yield $name => [$name];
        }
    }

    #[DataProvider('decisions')]
    public function test_killed_in_the_middle_the_end_is_the_same(string $name): void
    {
        $this->left_out = ['mail.send'];
        $this->begins('2027-04-01', ['last_step' => 'pause', 'grace_days' => 5, 'renewal_notice' => 'all', 'renewal_notice_days' => 25, 'card_notice_days' => 30]);
        [$prepare, $work, $event] = $this->decision($name);
        $end = null;
        $this->killed_at_each_step('2027-04-01', $prepare, $work, fn (): bool => $this->event_count($event) > 0, function (string $step) use (&$end, $event): void {
            $now = [
                implode(', ', array_map(self::said(...), [$this->subscription($this->started[0])])),
                array_map(static fn ($bill): string => "{$bill->issue_date} {$bill->total} {$bill->settlement->value}", $this->bills($this->who)),
                $this->counted("SELECT message AS name, COUNT(*) AS number FROM outbox WHERE client_id = {$this->who->id} GROUP BY message ORDER BY message"),
                $this->rows_in('outbox', 'client_id IS NULL') / $this->told,
                $this->event_count($event),
            ];
            $end ??= $now;
            self::assertSame(1, $now[4], $step);
            self::assertSame($end, $now, $step);
        });
        self::assertArrayHasKey($name, $this->died_in);
    }
}
