<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\State;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CountsStatements;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;
use Counterfoil\Tests\Support\WritesRows;
use RuntimeException;
use WP_SQLite_DB;

/** Whoever opens the overview when nothing was changed reads it by a few statements, and nobody ever reads an old one. */
final class KeptOverviewTest extends IntegrationTestCase
{
    use CountsStatements;
    use FitsContract;
    use MakesInvoices;
    use ReadsOverview;
    use WritesRows;

    /** The kept one with the state, and mail that did not leave. */
    private const MOST_STATEMENTS = 2;
    private const MOST_STATEMENTS_ANEW = 26;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_how_many_statements_it_takes(): void
    {
        $this->invoice_row($this->client()->id, ['due_date' => $this->day(-3)]);
        self::assertLessThanOrEqual(self::MOST_STATEMENTS_ANEW, count($this->statements()));
        $this->plugin()->database()->remembered()->forget();
        self::assertCount(self::MOST_STATEMENTS, $this->statements());
    }

    public function test_each_change_is_in_the_next_one(): void
    {
        $client = $this->client();
        /** @phpstan-impure */
        $count = fn (string $figure): int => self::tally($this->overview_of($this->staff), $figure)['count'];
        self::assertSame(0, $count('outstanding'));
        $invoice = $this->issued($client);
        self::assertSame([1, 1], [$count('outstanding'), $count('outstanding')]);
        $this->payment($invoice, 100);
        self::assertSame(1, $count('paid_this_month'));
        $this->plugin()->module(IssuingModule::class)->void()->handle($this->issued($client)->id, Actor::system());
        self::assertSame(1, $count('outstanding'));
        $this->invoice_row($client->id, ['due_date' => $this->day(-3)]);
        self::assertSame([2, 1], [$count('outstanding'), $count('overdue')]);
    }

    /** Pages are none of our rows. */
    public function test_a_page_that_is_taken_back_is_in_the_next_one(): void
    {
        $portals = $this->plugin()->module(PortalsModule::class);
        $portal = $portals->create_pages()->handle($portals->portals()->default()->id, Actor::system());
        $done = fn (): bool => array_column($this->overview_of($this->staff)['checklist'], 'done', 'id')['pages'];
        self::assertTrue($done());
        wp_trash_post((int) $portal->portal_page_id);
        self::assertFalse($done());
    }

    /** What somebody else's was kept as. */
    public function test_limited_staff_read_their_own(): void
    {
        [$own, $other] = [$this->client('Own', 'own@x.test'), $this->client('Other', 'other@x.test')];
        foreach ([$own, $other] as $client) {
            $this->invoice_row($client->id, ['due_date' => $this->day(-3)]);
        }
        $limited = $this->administrator();
        add_filter('counterfoil_staff_clients', static fn (?array $clients, \WP_User $user): ?array => $user->ID === $limited ? [$own->id] : $clients, 10, 2);
        foreach ([[$this->staff, 2], [$limited, 1], [$this->staff, 2], [$limited, 1]] as [$user, $count]) {
            $overview = $this->overview_of($user);
            self::assertSame([$count, $count], [self::figure($overview, 'overdue')['count'], count($overview['attention'])]);
        }
        self::assertNotSame(Viewer::staff(Actor::system(), [], [1])->scope(), Viewer::staff(Actor::system(), [], [2])->scope());
    }

    public function test_each_speaks_the_language_of_who_asks(): void
    {
        $this->overview_of($this->staff);
        $german = Languages::in('de_DE', fn (): array => self::figure($this->overview_of($this->staff), 'overdue'));
        self::assertSame(['Überfällig', 'Overdue'], [$german['label'], self::figure($this->overview_of($this->staff), 'overdue')['label']]);
    }

    /** Whatever it is made of advances the state when it is written. */
    public function test_all_that_it_reads_is_counted(): void
    {
        $this->payment($this->issued($this->client()), 100, ['flag' => 'excess']);
        $this->invoice_row($this->client('Late', 'late@x.test')->id, ['due_date' => $this->day(-3)]);
        $read = implode("\n", $this->statements());
        preg_match_all('/(?:FROM|JOIN)\s+\S*counterfoil_([a-z_]+)/', $read, $tables);
        $uncounted = array_filter(array_unique($tables[1]), static fn (string $table): bool => ! State::is_shown("UPDATE wp_counterfoil_{$table} SET"));

        self::assertGreaterThan(10, count(array_unique($tables[1])));
        // The first two are what keeps it, the mail is asked for each time.
        self::assertEqualsCanonicalizing(['state', 'kept_answers', 'outbox'], array_values($uncounted));
    }

    /** By the index of open ones: the paid ones of years are not read. */
    public function test_what_is_due_and_overdue_is_read_without_what_was_paid(): void
    {
        global $wpdb;
        $this->invoice_row($this->client()->id, ['due_date' => $this->day(-3)]);
        $due = array_values(array_filter($this->statements(), static fn (string $sql): bool => preg_match('/(ORDER|GROUP) BY due_on/', $sql) === 1));
        self::assertCount(2, $due);
        foreach ($due as $sql) {
            $plan = $wpdb instanceof WP_SQLite_DB
                // Without those of the values beside each row.
                ? array_column(array_filter(($wpdb->get_driver()->get_connection()->get_pdo()->query('EXPLAIN QUERY PLAN ' . str_replace('`', '"', $sql)) ?: throw new RuntimeException('No plan.'))->fetchAll(), static fn (array $step): bool => (int) $step['parent'] === 0), 'detail')
                : array_column($wpdb->get_results("EXPLAIN {$sql}", ARRAY_A), 'possible_keys');
            self::assertMatchesRegularExpression('/\bopen\b|__open /', (string) $plan[0], $sql);
            self::assertStringNotContainsString('TEMP B-TREE', implode("\n", $plan));
        }
    }

    /** @return list<string> that read */
    private function statements(): array
    {
        return array_values(array_filter(self::statements_of(fn () => $this->overview_of($this->staff)), static fn (string $sql): bool => preg_match('/^\s*SELECT/i', $sql) === 1));
    }
}
