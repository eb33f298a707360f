<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

final class QueueParallelTest extends CommittingTestCase
{
    public function test_several_workers_do_each_piece_once(): void
    {
        $subjects = range(1, 40);
        foreach ($subjects as $subject) {
            Plugin::instance()->queue()->put('test.job', $subject);
        }

        $answers = Processes::parallel(3, __DIR__ . '/do-what-is-due.php');

        self::assertSame([null, null, null], array_column($answers, 'error'));
        $done = array_merge(...array_column($answers, 'result'));
        sort($done);
        self::assertSame($subjects, $done);
    }
}
