<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;
use Counterfoil\Tests\Support\WritesRows;
use PHPUnit\Framework\Attributes\DataProvider;

/** A figure is the sum of the list it opens, over whatever there is. */
final class FiguresOpenTheirListsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use ReadsOverview;
    use WritesRows;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    /** @return iterable<string, array{int}> */
    public static function seeds(): iterable
    {
        foreach ([8, 2026, 77_031] as $seed) {
            yield "seed {$seed}" => [$seed];
        }
    }

    #[DataProvider('seeds')]
    public function test_each_figure_is_count_and_sum_of_the_list_it_opens(int $seed): void
    {
        mt_srand($seed);
        $clients = array_map(fn (int $number): Client => $this->client("Client {$number}", "c{$number}@x.test"), range(1, 4));
        for ($i = 0; $i < 150; ++$i) {
            $this->random_invoice($clients[mt_rand(0, 3)]->id);
        }
        $overview = $this->overview_of($this->staff);
        foreach ($overview['figures'] as $figure) {
            $this->assert_opens($figure['opens'], $figure['count'], $figure['sums'], $figure['id']);
            self::assertGreaterThan(0, $figure['count'], "{$figure['id']}: nothing was tried");
        }
        foreach ($overview['charts'] as $chart) {
            self::assertNotSame([], $chart['rows'], "{$chart['id']}: nothing was tried");
            foreach ($chart['rows'] as $row) {
                $this->assert_opens($row['opens'], (int) $row['counted'], $row['values'][0], "{$chart['id']}, {$row['label']}");
            }
        }
    }

    /**
     * @param array{screen: string, query: array<string, string>} $opens
     * @param list<array{amount: int, currency: string}> $sums
     */
    private function assert_opens(array $opens, int $count, array $sums, string $name): void
    {
        $list = substr($opens['screen'], 1);
        $rows = $this->listed($list, $opens['query']);
        $of_rows = self::sums($rows, $list === 'payments' ? 'kept' : 'due');
        self::assertSame([count($rows), self::without_nought($of_rows)], [$count, self::without_nought($sums)], $name);
        $summary = self::fits("{$list}.summary", $this->rest('GET', "/counterfoil/v1/{$list}/summary?" . http_build_query($opens['query']), user: $this->staff));
        $tab = $list === 'payments' ? $summary : $summary[$opens['query']['state'] ?? 'all'];
        self::assertSame([$count, self::without_nought($sums)], [$tab['count'], self::without_nought($tab[$list === 'payments' ? 'sums' : 'due'])], "{$name}: the tab beside the list");
    }

    /**
     * @param list<array{amount: int, currency: string}> $sums
     * @return list<array{amount: int, currency: string}>
     */
    private static function without_nought(array $sums): array
    {
        return array_values(array_filter($sums, static fn (array $sum): bool => $sum['amount'] !== 0));
    }

    public function test_money_counts_on_the_day_it_came_and_not_on_the_day_it_was_typed(): void
    {
        $invoice = $this->issued($this->client());
        $month = substr($this->day(), 0, 8);
        $first = $this->plugin()->module(BusinessModule::class)->calendar()->begin_of("{$month}01");
        $this->payment($invoice, 100, ['succeeded_at' => Timestamps::to_row($first)]);
        $this->payment($invoice, 20, ['succeeded_at' => Timestamps::to_row($first->modify('-1 second'))]);
        $paid = self::figure($this->overview_of($this->staff), 'paid_this_month');

        self::assertSame([1, [['amount' => 100, 'currency' => 'EUR']]], [$paid['count'], $paid['sums']]);
        self::assertSame(["{$month}01"], array_column($this->listed('payments', $paid['opens']['query']), 'received_on'));
    }

    /** Its days are whole ones: a list that is opened a moment later has what was counted. */
    public function test_failed_payments_are_those_since_the_day_thirty_days_ago(): void
    {
        $client = $this->client();
        $first = $this->plugin()->module(BusinessModule::class)->calendar()->begin_of($this->day(-30));
        $ids = [];
        foreach ([0, -1] as $seconds) {
            $invoice = $this->issued($client);
            $this->payment($invoice, 100, ['state' => 'failed', 'received' => 0, 'succeeded_at' => null, 'updated_at' => Timestamps::to_row($first->modify("{$seconds} seconds"))]);
            $ids[] = $invoice->id;
        }
        $failed = self::figure($this->overview_of($this->staff), 'payment_failed');

        self::assertSame(1, $failed['count']);
        self::assertSame([$ids[0]], array_column($this->listed('invoices', $failed['opens']['query']), 'id'));
    }

    /** What staff who look after some clients only see: figures and lists of these. */
    public function test_figures_of_limited_staff_leave_others_out(): void
    {
        [$own, $other] = [$this->client('Own', 'own@x.test'), $this->client('Other', 'other@x.test')];
        foreach ([$own, $other] as $client) {
            $this->invoice_row($client->id, ['due_date' => $this->day(-3)]);
            $this->payment($this->issued($client), 12300);
        }
        add_filter('counterfoil_staff_clients', static fn (): array => [$own->id]);
        $overview = $this->overview_of($this->staff);

        self::assertSame([1, 1], [self::figure($overview, 'overdue')['count'], self::figure($overview, 'paid_this_month')['count']]);
        self::assertSame([$own->id], array_values(array_unique(array_column(array_column($this->listed('payments', []), 'client'), 'id'))));
    }

    /** By the business's own currency first, then by code; never by how much it is. */
    public function test_currencies_stand_in_the_same_order_everywhere(): void
    {
        $client = $this->client();
        foreach (['USD' => 5, 'KWD' => 9_000_000, 'EUR' => 1, 'AED' => 300] as $currency => $total) {
            $this->invoice_row($client->id, ['currency' => $currency, 'total' => $total]);
        }
        $overview = $this->overview_of($this->staff);
        $summary = self::fits('invoices.summary', $this->rest('GET', '/counterfoil/v1/invoices/summary', user: $this->staff));

        self::assertSame(['EUR', 'AED', 'KWD', 'USD'], array_column(self::figure($overview, 'outstanding')['sums'], 'currency'));
        self::assertSame(['EUR', 'AED', 'KWD', 'USD'], array_column($summary['all']['sums'], 'currency'));
    }

    private function random_invoice(int $client_id): void
    {
        $status = ['draft', 'void', 'issued', 'issued', 'issued', 'issued'][mt_rand(0, 5)];
        $settlement = $status === 'issued' ? ['unpaid', 'part_paid', 'paid', 'refunded'][mt_rand(0, 3)] : 'unpaid';
        $total = mt_rand(100, 100_000);
        $id = $this->invoice_row($client_id, [
            'status' => $status,
            'settlement' => $settlement,
            'total' => $total,
            'paid' => $settlement === 'part_paid' ? intdiv($total, 3) : 0,
            'currency' => ['EUR', 'EUR', 'USD', 'JPY'][mt_rand(0, 3)],
            'due_date' => $this->day(mt_rand(-20, 20)),
        ]);
        $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
        $at = Timestamps::to_row($this->plugin()->clock()->now()->modify('-' . mt_rand(0, 60) . ' days'));
        match (mt_rand(0, 3)) {
            // Whole, or a part of what is due.
            0 => $settlement === 'unpaid' && $status === 'issued' && $this->payment($invoice, mt_rand(0, 1) === 1 ? $total : intdiv($total, 2), ['succeeded_at' => $at]),
            1 => $this->payment($invoice, $total, ['state' => 'failed', 'received' => 0, 'succeeded_at' => null, 'updated_at' => $at]),
            default => null,
        };
    }

    /**
     * @param array<string, int|string> $query
     * @return list<array<string, mixed>> all pages
     */
    private function listed(string $list, array $query): array
    {
        $rows = [];
        $cursor = null;
        do {
            $answer = $this->rest('GET', "/counterfoil/v1/{$list}?" . http_build_query($query + ['per_page' => 7] + ($cursor === null ? [] : ['cursor' => $cursor])), user: $this->staff);
            $page = self::fits("{$list}.list", $answer);
            array_push($rows, ...$page['items']);
            $cursor = $page['next_cursor'];
        } while ($cursor !== null);

        return $rows;
    }

    /**
     * @param list<array<string, mixed>> $rows
     * @return list<array{amount: int, currency: string}>
     */
    private static function sums(array $rows, string $column): array
    {
        $sums = [];
        foreach ($rows as $row) {
            $sums[$row[$column]['currency']] = ($sums[$row[$column]['currency']] ?? 0) + $row[$column]['amount'];
        }
        uksort($sums, static fn (string $one, string $other): int => [$one !== 'EUR', $one] <=> [$other !== 'EUR', $other]);

        return array_map(static fn (string $currency, int $amount): array => ['amount' => $amount, 'currency' => $currency], array_keys($sums), array_values($sums));
    }
}
