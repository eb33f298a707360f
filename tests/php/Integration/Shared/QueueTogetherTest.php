<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Rows that are claimed in one go while another worker is at the same ones. */
final class QueueTogetherTest extends IntegrationTestCase
{
    use RunsJobs;

    public function test_a_row_that_another_one_takes_first_does_not_keep_the_others_apart(): void
    {
        $this->put(4);
        $this->another_takes_the_last(times: 2);

        $first = $this->queue()->claims(['test.job'], self::LEASE);
        $row = $first->next();
        self::assertNotNull($row);

        self::assertSame([2], array_column($first->more_like($row, 10), 'subject_id'));
    }

    public function test_where_another_one_is_always_first_it_is_left_at_the_one(): void
    {
        $this->put(9);
        $this->another_takes_the_last(times: 9);

        $first = $this->queue()->claims(['test.job'], self::LEASE);
        $row = $first->next();
        self::assertNotNull($row);

        self::assertSame([], $first->more_like($row, 10));
        self::assertSame(4, (int) $this->column('SUM(lease_until IS NULL)'), 'What was not claimed after all is free: 9, the one, and four that the other took.');
    }

    private function put(int $count): void
    {
        foreach (range(1, $count) as $subject) {
            $this->queue()->put('test.job', $subject);
        }
    }

    /** Between the look at the rows and their claim. */
    private function another_takes_the_last(int $times): void
    {
        $table = Plugin::instance()->database()->table('queue');
        add_filter('query', static function (string $sql) use (&$times, $table): string {
            if ($times > 0 && preg_match('/^(START TRANSACTION|SAVEPOINT)/', $sql) === 1) {
                --$times;
                $GLOBALS['wpdb']->query("UPDATE {$table} SET claims = claims + 1, lease_until = '2999-01-01 00:00:00' WHERE job = 'test.job' AND lease_until IS NULL ORDER BY id DESC LIMIT 1");
            }

            return $sql;
        });
    }
}
