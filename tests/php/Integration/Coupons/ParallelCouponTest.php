<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Coupons;

use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/** Real processes that issue bills with the same coupon at the same moment, and void some again. */
final class ParallelCouponTest extends CommittingTestCase
{
    use MakesCoupons;
    use MakesInvoices;

    private const PROCESSES = 8;

    public function test_abuse_35_as_many_bills_are_issued_with_a_coupon_as_it_allows(): void
    {
        $this->coupon(['max_uses' => 7]);
        $clients = [$this->client(), $this->client('Orchard', 'bo@orchard.test')];
        $ids = array_map(fn (int $i): int => $this->draft($clients[$i % 2], ['coupon' => 'SPRING-25'])->id, range(0, 23));

        [$issued, $refused] = $this->issue($ids);

        self::assertSame([7, ['coupon_used_up']], [count($issued), $refused]);
        $this->assert_counted(7, 24 - 7);
    }

    public function test_abuse_35_as_many_of_each_client_as_it_allows(): void
    {
        $this->coupon(['max_uses_per_client' => 2]);
        $clients = [$this->client(), $this->client('Orchard', 'bo@orchard.test'), $this->client('Third', 'c@third.test')];
        $ids = array_map(fn (int $i): int => $this->draft($clients[$i % 3], ['coupon' => 'SPRING-25'])->id, range(0, 17));

        [$issued, $refused] = $this->issue($ids);

        self::assertSame([6, ['coupon_used_by_client']], [count($issued), $refused]);
        $this->assert_counted(6, 12);
        self::assertSame(3, $this->rows_in('coupon_clients', 'uses = 2'));
    }

    public function test_abuse_35_what_is_voided_is_given_back_once_while_others_issue(): void
    {
        // Eight are issued and stay, so that each order in which they come leaves room for one that is voided.
        $this->coupon(['max_uses' => 9]);
        $client = $this->client();
        $ids = array_map(fn (): int => $this->draft($client, ['coupon' => 'SPRING-25'])->id, range(1, 16));

        $answers = Processes::parallel(self::PROCESSES, __DIR__ . '/issue-and-void.php', [$ids]);

        self::assertSame(array_fill(0, self::PROCESSES, null), array_column($answers, 'error'));
        $issued = $this->rows_in('invoices', "status = 'issued'");
        self::assertSame([$issued, $issued], [$this->rows_in('coupon_uses', 'given_back_at IS NULL'), $this->plugin()->module(CouponsModule::class)->coupons()->find_by_code('SPRING-25')?->uses]);
        self::assertLessThanOrEqual(8, $issued);
        self::assertSame($this->rows_in('invoices', "status = 'void'"), $this->rows_in('coupon_uses', 'given_back_at IS NOT NULL'));
        self::assertGreaterThan(0, $this->rows_in('invoices', "status = 'void'"));
        self::assertSame(1, $this->rows_in('coupon_clients', "uses = {$issued}"));
    }

    /**
     * @param list<int> $ids of drafts
     * @return array{list<int>, list<string>} the issued ones, and why others were not
     */
    private function issue(array $ids): array
    {
        $answers = Processes::parallel(self::PROCESSES, __DIR__ . '/issue-with-coupon.php', [$ids]);
        self::assertSame(array_fill(0, self::PROCESSES, null), array_column($answers, 'error'));
        $said = array_merge(...array_column($answers, 'result'));
        self::assertCount(count($ids), $said);

        return [
            array_column(array_filter($said, static fn (array $one): bool => $one['reason'] === 'issued'), 'id'),
            array_values(array_unique(array_column(array_filter($said, static fn (array $one): bool => $one['reason'] !== 'issued' && $one['fields'] === ['/coupon']), 'reason'))),
        ];
    }

    /** Nothing is half done: what was refused is a draft as before, and has neither number nor mail. */
    private function assert_counted(int $issued, int $drafts): void
    {
        self::assertSame(
            [$issued, $drafts, $issued, $issued, $issued, $issued, $issued],
            [
                $this->rows_in('invoices', "status = 'issued'"),
                $this->rows_in('invoices', "status = 'draft' AND number IS NULL"),
                $this->rows_in('coupon_uses', 'given_back_at IS NULL'),
                $this->rows_in('outbox'),
                $this->rows_in('events', "type = 'coupon.used'"),
                $this->rows_in('invoices', "series_number BETWEEN 1 AND {$issued}"),
                $this->plugin()->module(CouponsModule::class)->coupons()->find_by_code('SPRING-25')?->uses,
            ]
        );
    }
}
