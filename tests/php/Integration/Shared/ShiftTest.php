<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Shared\Queue\Shift;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** How many processes work at what is due: two where there is much, one after the other until WP-Cron comes again. */
final class ShiftTest extends IntegrationTestCase
{
    use RunsJobs;

    private const AT_ONCE = 0;
    private const NEVER = PHP_INT_MAX;

    /** @var list<int> numbers of the processes that were woken */
    private array $woken = [];

    public function test_what_is_done_in_a_moment_wakes_no_one(): void
    {
        $this->queue()->put('test.job', 1);
        $this->queue()->put('test.job', 2);

        self::assertSame(2, $this->worker()->run(shift: $this->shift(0, self::NEVER)));

        self::assertSame([], $this->woken);
    }

    public function test_much_work_wakes_one_other_process_however_much_it_is(): void
    {
        $this->put_three();

        self::assertSame(3, $this->worker()->run(shift: $this->shift(0, self::AT_ONCE)));

        self::assertSame([1], $this->woken);
    }

    public function test_each_wakes_the_next_one_in_its_place_when_its_time_is_up(): void
    {
        foreach ([1, 2, 3] as $number) {
            $this->put_three();
            self::assertSame(3, $this->worker()->run(shift: $this->shift($number, self::AT_ONCE)));
            self::assertSame([], $this->woken);

            self::assertSame(0, $this->worker()->run(budget: 0, shift: $this->shift($number, self::NEVER)));
            self::assertSame([$number + 2], $this->woken);
            $this->woken = [];
        }
    }

    public function test_the_first_one_whose_first_row_took_all_its_time_wakes_the_second_too(): void
    {
        self::assertSame(0, $this->worker()->run(budget: 0, shift: $this->shift(0, self::NEVER)));

        self::assertSame([1, 2], $this->woken);
    }

    public function test_nothing_due_wakes_no_one(): void
    {
        self::assertSame(0, $this->worker()->run(shift: $this->shift(0, self::AT_ONCE)));

        self::assertSame([], $this->woken);
    }

    public function test_one_of_two_looks_again_while_the_other_is_at_it(): void
    {
        $this->put_three();
        $other = $this->queue()->claims(['test.job'], self::LEASE);
        self::assertSame([1, 2, 3], array_map(static fn (): ?int => $other->next()?->subject_id, range(1, 3)));
        $begin = $this->clock()->now();

        self::assertSame(0, $this->worker()->run(shift: $this->shift(0, self::NEVER)));
        self::assertEquals($begin, $this->clock()->now(), 'WP-Cron’s own one with nothing to do has no reason to.');
        self::assertSame(0, $this->worker()->run(shift: $this->shift(1, self::NEVER)));
        self::assertEquals($begin->modify('+2000 milliseconds'), $this->clock()->now());

        // The clock moves on while it waits: then this one is due.
        $this->queue()->put('test.job', 4, $this->in(1));
        self::assertSame(1, $this->worker()->run(shift: $this->shift(1, self::NEVER)));
    }

    public function test_the_last_ones_wake_no_one_whatever_its_address_says(): void
    {
        foreach ([Shift::LAST - 1, Shift::LAST, Shift::LAST + 1, PHP_INT_MAX - 2] as $number) {
            $shift = $this->shift($number, self::AT_ONCE);
            $shift->has_work(1);
            $shift->time_is_up();
        }

        self::assertSame([], $this->woken);
    }

    public function test_a_process_whose_time_is_up_does_not_go_on_at_its_end(): void
    {
        add_filter('pre_http_request', '__return_empty_array');
        $module = new SharedModule(Plugin::instance());
        $this->queue()->put('idempotency.sweep', 0);
        $module->work_on();
        self::assertSame(0, $this->due());

        $module->shift()->time_is_up();
        $this->queue()->put('idempotency.sweep', 0);
        $module->work_on();
        self::assertSame(1, $this->due());
    }

    public function test_the_address_of_a_woken_process_says_its_number(): void
    {
        $asked = [];
        add_filter('pre_http_request', static function (mixed $answer, array $args, string $url) use (&$asked): array {
            $asked[] = $url;

            return ['headers' => [], 'body' => '', 'response' => ['code' => 200, 'message' => 'OK'], 'cookies' => []];
        }, 10, 3);
        foreach ([null, '1', ['2'], '5'] as $number) {
            $_GET = $number === null ? [] : [Shift::ARGUMENT => $number];
            $module = new SharedModule(Plugin::instance());
            // Twice in one process: WP-Cron's action, and the end of it.
            $module->shift()->time_is_up();
            $module->shift()->time_is_up();
        }

        $one = site_url('wp-cron.php?' . Shift::ARGUMENT . '=');
        self::assertSame(["{$one}1", "{$one}2", "{$one}3", "{$one}3"], $asked);
    }

    private function shift(int $number, int $much): Shift
    {
        return new Shift($number, function (array $arguments): void {
            $this->woken[] = $arguments[Shift::ARGUMENT];
        }, $much);
    }

    private function due(): int
    {
        $database = Plugin::instance()->database();

        return (int) $database->value("SELECT COUNT(*) FROM {$database->table('queue')} WHERE job = 'idempotency.sweep' AND due_at <= ?", [$this->stamp(0)]);
    }

    private function put_three(): void
    {
        foreach ([1, 2, 3] as $subject) {
            $this->queue()->put('test.job', $subject);
        }
    }
}
