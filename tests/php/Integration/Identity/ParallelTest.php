<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Plugin;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

final class ParallelTest extends CommittingTestCase
{
    public function test_abuse_19_a_link_opened_eight_times_at_once_works_once(): void
    {
        $secret = Plugin::instance()->identity->tokens()->issue(TokenPurpose::Magic, 1, 1);

        $answers = Processes::parallel(8, __DIR__ . '/redeem-link.php', [$secret]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        self::assertCount(1, array_filter(array_column($answers, 'result')));
    }

    public function test_abuse_18_tries_at_the_same_moment_do_not_pass_as_one(): void
    {
        $answers = Processes::parallel(4, __DIR__ . '/try-password.php', ['jane@client.test']);

        self::assertSame(array_fill(0, 4, null), array_column($answers, 'error'));
        // Five are free; a wait of five seconds may end once while this runs.
        $tries = (int) array_sum(array_column($answers, 'result'));
        self::assertGreaterThanOrEqual(1, $tries);
        self::assertLessThanOrEqual(6, $tries);
    }
}
