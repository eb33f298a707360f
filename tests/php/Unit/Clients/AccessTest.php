<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Clients;

use Counterfoil\Clients\Access;
use PHPUnit\Framework\TestCase;

final class AccessTest extends TestCase
{
    public function test_only_these_steps_are_taken(): void
    {
        $steps = [
            'none' => ['invited'],
            'invited' => ['none', 'invited', 'active'],
            'active' => ['suspended'],
            'suspended' => ['active'],
        ];
        foreach (Access::cases() as $from) {
            foreach (Access::cases() as $to) {
                self::assertSame(in_array($to->value, $steps[$from->value], true), $from->may_become($to), "{$from->value} to {$to->value}");
            }
        }
    }

    public function test_the_furthest_of_several_counts(): void
    {
        self::assertSame(Access::None, Access::furthest([]));
        self::assertSame(Access::Suspended, Access::furthest([Access::None, Access::Suspended]));
        self::assertSame(Access::Invited, Access::furthest([Access::Invited, Access::Suspended, Access::None]));
        self::assertSame(Access::Active, Access::furthest([Access::Suspended, Access::Active, Access::Invited]));
    }
}
