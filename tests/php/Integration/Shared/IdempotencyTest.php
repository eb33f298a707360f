<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Idempotency;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use RuntimeException;

final class IdempotencyTest extends IntegrationTestCase
{
    private Idempotency $idempotency;
    private MovableClock $clock;
    private int $runs = 0;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new MovableClock();
        $this->clock->set(new DateTimeImmutable('2026-03-01 12:00:00 UTC'));
        $this->idempotency = new Idempotency(Plugin::instance()->database(), $this->clock);
    }

    public function test_the_same_key_is_one_effect_and_one_answer(): void
    {
        foreach ([false, true] as $calls_outside) {
            $this->runs = 0;
            $key = $calls_outside ? 'outside' : 'inside';
            $answers = array_map(fn (int $time): mixed => $this->send('user:1', $key, 'request', $calls_outside), [1, 2]);
            self::assertSame(array_fill(0, 2, ['run' => 1, 'text' => 'é/"']), $answers);
            self::assertSame(1, $this->runs);
        }
    }

    public function test_keys_belong_to_whoever_sent_them_and_no_key_is_no_promise(): void
    {
        $this->send('user:1', 'key', 'request');
        $this->send('user:2', 'key', 'request');
        $this->send('user:1', '', 'request');
        $this->send('user:1', '', 'request');
        self::assertSame(4, $this->runs);
    }

    public function test_keys_are_compared_byte_by_byte(): void
    {
        $this->send('user:1', 'a1B2', 'request');
        $this->send('user:1', 'A1b2', 'another');
        self::assertSame(2, $this->runs);
    }

    public function test_a_key_for_another_request_is_refused(): void
    {
        $this->send('user:1', 'key', 'request');
        $this->assert_refused(409, 'idempotency_key_reused', fn () => $this->send('user:1', 'key', 'another'));
        self::assertSame(1, $this->runs);
    }

    public function test_refusals_are_not_kept(): void
    {
        foreach ([false, true] as $calls_outside) {
            $this->assert_refused(409, 'no', fn () => $this->idempotency->once('user:1', 'key', 'request', $calls_outside, static fn () => throw DomainError::conflict('no', 'No.')));
            self::assertSame('now it works', $this->idempotency->once('user:1', 'key', 'request', $calls_outside, static fn () => 'now it works'));
            Plugin::instance()->database()->delete('idempotency_keys', ['key_hash' => hash('sha256', 'key')]);
        }
    }

    public function test_what_was_killed_outside_runs_again_after_a_minute_and_not_before(): void
    {
        try {
            $this->idempotency->once('user:1', 'key', 'request', true, static fn () => throw new RuntimeException('killed'));
            self::fail('The error was swallowed.');
        } catch (RuntimeException) {
            // As a process that ends half-way: the key is there, the answer is not.
        }
        $this->assert_refused(409, 'in_progress', fn () => $this->send('user:1', 'key', 'request', true));
        $this->clock->set(new DateTimeImmutable('2026-03-01 12:00:59 UTC'));
        $this->assert_refused(409, 'in_progress', fn () => $this->send('user:1', 'key', 'request', true));
        $this->clock->set(new DateTimeImmutable('2026-03-01 12:01:00 UTC'));
        self::assertSame(['run' => 1, 'text' => 'é/"'], $this->send('user:1', 'key', 'request', true));
        self::assertSame(1, $this->runs);
    }

    public function test_keys_are_short_and_visible(): void
    {
        foreach ([str_repeat('x', 121), "a\nb", "end\n", "nul\0", "\x1B[0m", "a\x7F", 'a b', 'ключ'] as $key) {
            $this->assert_refused(400, 'bad_idempotency_key', fn () => $this->send('user:1', $key, 'request'));
        }
        self::assertSame(0, $this->runs);
    }

    /** @return mixed what was answered */
    private function send(string $actor, string $key, string $request, bool $calls_outside = false): mixed
    {
        return $this->idempotency->once($actor, $key, $request, $calls_outside, fn (): array => ['run' => ++$this->runs, 'text' => 'é/"']);
    }

    /** @param \Closure(): mixed $work */
    private function assert_refused(int $status, string $reason, \Closure $work): void
    {
        try {
            $work();
            self::fail('Nothing was refused.');
        } catch (DomainError $error) {
            self::assertSame([$status, $reason], [$error->status, $error->reason]);
        }
    }
}
