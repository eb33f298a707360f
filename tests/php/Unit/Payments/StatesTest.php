<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Payments;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundState;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

final class StatesTest extends TestCase
{
    public function test_money_that_came_is_never_unsaid(): void
    {
        foreach (PaymentState::cases() as $next) {
            self::assertFalse(PaymentState::Succeeded->may_become($next), $next->value);
        }
    }

    public function test_money_that_comes_is_always_taken_note_of(): void
    {
        foreach (PaymentState::cases() as $state) {
            self::assertSame($state !== PaymentState::Succeeded, $state->may_become(PaymentState::Succeeded), $state->value);
        }
    }

    public function test_what_the_bank_works_on_does_not_go_back_to_the_start(): void
    {
        self::assertFalse(PaymentState::Processing->may_become(PaymentState::Intended));
        self::assertFalse(PaymentState::Processing->may_become(PaymentState::RequiresAction));
        self::assertFalse(PaymentState::Cancelled->may_become(PaymentState::Intended));
    }

    public function test_a_refund_that_arrived_may_come_back_and_then_stays(): void
    {
        self::assertTrue(RefundState::Succeeded->may_become(RefundState::Failed));
        self::assertFalse(RefundState::Succeeded->may_become(RefundState::Pending));
        foreach (RefundState::cases() as $next) {
            self::assertFalse(RefundState::Failed->may_become($next), $next->value);
        }
    }

    public function test_waits_grow_and_end_at_six_hours(): void
    {
        $now = new DateTimeImmutable('2026-03-01 00:00:00');
        $waits = array_map(static fn (int $checks): int => Backoff::after($now, $checks)->getTimestamp() - $now->getTimestamp(), range(0, 50));
        $sorted = $waits;
        sort($sorted);

        self::assertSame($sorted, $waits);
        self::assertSame(120, $waits[0]);
        self::assertSame(21_600, $waits[50]);
    }
}
