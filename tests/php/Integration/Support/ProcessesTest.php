<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Support;

use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;
use RuntimeException;

final class ProcessesTest extends CommittingTestCase
{
    public function test_of_several_processes_one_wins_the_unique_key(): void
    {
        $answers = Processes::parallel(4, __DIR__ . '/add-option.php', ['counterfoil_race']);

        self::assertSame([null, null, null, null], array_column($answers, 'error'));
        self::assertCount(1, array_filter(array_column($answers, 'result')));
        wp_cache_flush();
        self::assertContains(get_option('counterfoil_race'), ['0', '1', '2', '3']);
    }

    public function test_each_has_a_connection_and_chance_of_its_own_and_nothing_that_the_test_has_done(): void
    {
        $this->act_as($this->administrator());
        $this->clock()->shift(86400);
        wp_cache_set('here', 'yes', 'tests');
        add_action('counterfoil_test_of_processes', '__return_true');
        $_GET['here'] = 'yes';
        // As long as the connection.
        $GLOBALS['wpdb']->query('CREATE TEMPORARY TABLE counterfoil_connection (id INT)');
        mt_rand();

        $answers = Processes::parallel(3, __DIR__ . '/who-am-i.php');

        self::assertSame([null, null, null], array_column($answers, 'error'));
        $found = array_column($answers, 'result');
        $of_ours = (require __DIR__ . '/who-am-i.php')(0);
        foreach (['pid', 'quick chance', 'chance'] as $own) {
            self::assertCount(4, array_unique([...array_column($found, $own), $of_ours[$own]]), $own);
        }
        foreach ($found as $one) {
            unset($one['pid'], $one['quick chance'], $one['chance']);
            self::assertSame(['has connection of the test' => false, 'user' => 0, 'cached' => false, 'hooked' => false, 'shifted' => false, 'get' => [], 'in_transaction' => false], $one);
        }
    }

    public function test_the_death_of_one_is_told_and_takes_nothing_with_it(): void
    {
        try {
            Processes::parallel(2, __DIR__ . '/die.php');
            self::fail('Nobody noticed.');
        } catch (RuntimeException $error) {
            self::assertSame('A process ended without an answer.', $error->getMessage());
        }
        self::assertSame('1', (string) $GLOBALS['wpdb']->get_var('SELECT 1'));
        self::assertDirectoryExists(get_temp_dir());
        self::assertNotSame('', (string) get_option('siteurl'));
    }

    public function test_what_was_committed_is_cleaned_up(): void
    {
        self::assertFalse(get_option('counterfoil_race'));
    }
}
