<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Identity;

use Counterfoil\Identity\Limit;
use Counterfoil\Identity\TokenPurpose;
use PHPUnit\Framework\TestCase;

final class LimitTest extends TestCase
{
    public function test_abuse_18_the_wait_doubles_up_to_its_longest(): void
    {
        $limit = new Limit('anything', 5, 5, 60);

        self::assertSame([0, 0, 0, 0, 5, 10, 20, 40, 60, 60], array_map($limit->wait_after(...), range(1, 10)));
        self::assertSame(60, $limit->wait_after(1_000_000));
    }

    public function test_the_subject_is_only_kept_as_a_hash(): void
    {
        self::assertStringNotContainsString('jane', (new Limit('log-in:jane@client.test', 1, 1, 1))->key());
    }

    public function test_abuse_19_lifetimes(): void
    {
        self::assertSame([604_800, 3_600, 900, 86_400], array_map(static fn (TokenPurpose $purpose): int => $purpose->lifetime(), TokenPurpose::cases()));
    }
}
