<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Support;

use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

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

    public function test_what_was_committed_is_cleaned_up(): void
    {
        self::assertFalse(get_option('counterfoil_race'));
    }
}
