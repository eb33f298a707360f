<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Closure;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Laws 8 and 14, abuse cases 43, 44 and 69: whatever calls of a gateway come, late, often, in any order or never, the end
 * is what it is when each comes once and at once. More stories, and random ways:
 * `COUNTERFOIL_ROUNDS=50 COUNTERFOIL_SEED=7 vendor/bin/phpunit --filter CallsInAnyOrderTest`.
 */
final class CallsInAnyOrderTest extends IntegrationTestCase
{
    use HearsStories;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $this->office_is_reachable();
    }

    /** @return iterable<string, array{string, int, list<string>, list<string>}> how it is paid, of how many bills, what happens then, and what it ends in: settlement of each bill */
    public static function stories(): iterable
    {
        $card = '4242424242424242';
        yield 'several by one charge' => [$card, 3, [], ['paid', 'paid', 'paid']];
        yield 'a debit for several that settles and is returned' => ['pm_sepa_debit_returned', 2, ['settles', 'comes back'], ['unpaid', 'unpaid']];
        yield 'a debit that fails' => ['pm_sepa_debit_fails', 1, ['settles'], ['unpaid']];
        yield 'a dispute that is won' => [$card, 1, ['disputed', 'answered', 'won'], ['paid']];
        yield 'a dispute of several about a part that is lost' => [$card, 2, ['disputed in part', 'lost'], ['part_paid', 'unpaid']];
        yield 'an inquiry that becomes a dispute' => [$card, 1, ['inquiry', 'lost'], ['unpaid']];
        yield 'a refund that fails' => [$card, 1, ['refunded', 'refund fails'], ['paid']];
        yield 'a refund from the dashboard' => [$card, 2, ['refunded elsewhere'], ['paid', 'paid']];
        if (self::rounds() > 0) {
            yield 'a debit that settles and is returned' => ['pm_sepa_debit_returned', 1, ['settles', 'comes back'], ['unpaid']];
            yield 'a dispute that is lost' => [$card, 1, ['disputed', 'answered', 'lost'], ['unpaid']];
            yield 'an inquiry that comes to nothing' => [$card, 1, ['inquiry', 'won'], ['paid']];
            yield 'a refund from the dashboard that fails' => [$card, 2, ['refunded elsewhere', 'refund fails'], ['paid', 'paid']];
            yield 'a refund, and a dispute of all of it' => [$card, 2, ['refunded', 'disputed', 'lost'], ['unpaid', 'unpaid']];
            yield 'a refund from the dashboard, and a dispute that is won' => [$card, 2, ['refunded elsewhere', 'disputed', 'won'], ['paid', 'paid']];
        }
    }

    /**
     * @param list<string> $happens
     * @param list<string> $settlements
     */
    #[DataProvider('stories')]
    public function test_whatever_calls_come_the_end_is_the_same(string $method, int $bills, array $happens, array $settlements): void
    {
        // What nobody goes on with ends by itself where the worker runs: each is compared with its like.
        $expected = array_map(fn (bool $repairs): array => $this->told($method, $bills, $happens, null, $repairs), [false, true]);
        self::assertSame($settlements, array_column($expected[0]['bills'], 0));
        self::assertSame($expected[0]['bills'], $expected[1]['bills']);
        foreach ($this->ways() as $name => [$way, $repairs]) {
            self::assertSame($expected[(int) $repairs], $this->told($method, $bills, $happens, $way, $repairs), $name);
        }
        $this->assert_books_agree();
    }

    private static function rounds(): int
    {
        return (int) getenv('COUNTERFOIL_ROUNDS');
    }

    /** @return iterable<string, array{Closure(int, int): list<int>, bool}> each says for a call of which stage, of how many, after which stages it comes; whether the worker has to repair */
    private function ways(): iterable
    {
        yield 'each ten times' => [static fn (int $stage, int $last): array => array_fill(0, 10, $stage), false];
        yield 'all when it is over, and backwards' => [static fn (int $stage, int $last): array => [$last], false];
        yield 'each one stage late, and once more at the end' => [static fn (int $stage, int $last): array => [min($stage + 1, $last), $last], false];
        yield 'none' => [static fn (int $stage, int $last): array => [], true];
        if (self::rounds() === 0) {
            return;
        }
        yield 'the first ones only' => [static fn (int $stage, int $last): array => $stage === 0 ? [0] : [], true];
        yield 'the last ones only' => [static fn (int $stage, int $last): array => $stage === $last ? [$last] : [], true];
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261127);
        mt_srand($seed);
        for ($round = 1; $round <= self::rounds(); $round++) {
            yield "seed {$seed}, round {$round}, none lost" => [static fn (int $stage, int $last): array => array_map(static fn (): int => mt_rand($stage, $last), range(1, mt_rand(1, 4))), false];
            yield "seed {$seed}, round {$round}, some lost" => [static fn (int $stage, int $last): array => array_map(static fn (): int => mt_rand($stage, $last), array_fill(0, mt_rand(0, 2), null)), true];
        }
    }
}
