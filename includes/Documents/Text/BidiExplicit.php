<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** What embeddings, overrides and isolates make of a paragraph (UAX #9, 3.3.1 and 3.3.2). */
final class BidiExplicit
{
    private const DEEPEST = 125;

    public readonly int $base;

    /** @var array<int, int|null> null for what rule X9 takes out */
    public array $levels = [];

    /** @var array<int, BidiClass> as overrides leave them */
    public array $classes;

    /** @var array<int, int> where an isolate begins => where it ends (BD9) */
    private array $isolates = [];

    /**
     * @param list<BidiClass> $original
     * @param int|null $base null: as the first strong letter has it (rules P2, P3)
     */
    public function __construct(public readonly array $original, ?int $base)
    {
        $this->classes = $original;
        /** @var list<int> $open */
        $open = [];
        foreach ($original as $i => $class) {
            if ($class->begins_isolate()) {
                $open[] = $i;
            } elseif ($class === BidiClass::PDI && ($begin = array_pop($open)) !== null) {
                $this->isolates[$begin] = $i;
            }
        }
        $this->base = $base ?? $this->first_strong(0, count($original));
        $this->set_levels();
    }

    /**
     * Rule X10.
     *
     * @return list<array{non-empty-list<int>, BidiClass, BidiClass}> isolating run sequences: places in the
     *     paragraph, the direction before and after them
     */
    public function sequences(): array
    {
        $begins = array_flip($this->isolates);
        $places = array_keys(array_filter($this->levels, is_int(...)));
        $of = $sequences = $neighbours = [];
        foreach ($places as $n => $i) {
            $before = $places[$n - 1] ?? null;
            $of[$i] = match (true) {
                $before !== null && $this->levels[$before] === $this->levels[$i] => $of[$before],
                isset($begins[$i]) => $of[$begins[$i]],
                default => $i,
            };
            $sequences[$of[$i]][] = $i;
            $neighbours[$i] = [$before, $places[$n + 1] ?? null];
        }

        return array_map(function (array $sequence) use ($neighbours): array {
            $last = $sequence[count($sequence) - 1];
            $before = $neighbours[$sequence[0]][0];
            $after = $this->original[$last]->begins_isolate() ? null : $neighbours[$last][1];
            $level = (int) $this->levels[$last];

            return [
                $sequence,
                BidiClass::of_level(max($level, $before === null ? $this->base : (int) $this->levels[$before])),
                BidiClass::of_level(max($level, $after === null ? $this->base : (int) $this->levels[$after])),
            ];
        }, array_values($sequences));
    }

    /** Rules X1 to X8, and X9 for what they take out. */
    private function set_levels(): void
    {
        /** @var non-empty-list<array{int, BidiClass|null, bool}> $stack level, override, whether of an isolate */
        $stack = [[$this->base, null, false]];
        $isolates_too_deep = $embeddings_too_deep = $isolates = 0;
        foreach ($this->original as $i => $class) {
            [$level, $override, $isolated] = $stack[count($stack) - 1];
            if ($class === BidiClass::PDI) {
                if ($isolates_too_deep > 0) {
                    --$isolates_too_deep;
                } elseif ($isolates > 0) {
                    $embeddings_too_deep = 0;
                    // Embeddings that were not ended inside the isolate end with it.
                    do {
                        $ended = array_pop($stack);
                    } while ($ended !== null && ! $ended[2]);
                    --$isolates;
                }
                [$level, $override] = $stack[count($stack) - 1];
            }
            $taken_out = match ($class) {
                BidiClass::LRE, BidiClass::RLE, BidiClass::LRO, BidiClass::RLO, BidiClass::PDF, BidiClass::BN => true,
                default => false,
            };
            $this->levels[$i] = $taken_out ? null : ($class === BidiClass::B ? $this->base : $level);
            $this->classes[$i] = $override !== null && ! $taken_out && $class !== BidiClass::B ? $override : $class;
            $fits = $isolates_too_deep + $embeddings_too_deep === 0;
            if ($class->begins_isolate()) {
                $right = $class === BidiClass::RLI
                    || ($class === BidiClass::FSI && $this->first_strong($i + 1, $this->isolates[$i] ?? count($this->original)) === 1);
                $next = self::next_level($level, $right);
                if ($fits && $next <= self::DEEPEST) {
                    ++$isolates;
                    $stack[] = [$next, null, true];
                } else {
                    ++$isolates_too_deep;
                }
            } elseif ($class === BidiClass::PDF) {
                if ($isolates_too_deep === 0 && $embeddings_too_deep > 0) {
                    --$embeddings_too_deep;
                } elseif ($isolates_too_deep === 0 && ! $isolated && count($stack) > 1) {
                    array_pop($stack);
                }
            } elseif ($taken_out && $class !== BidiClass::BN) {
                $next = self::next_level($level, $class === BidiClass::RLE || $class === BidiClass::RLO);
                if ($fits && $next <= self::DEEPEST) {
                    $stack[] = [$next, match ($class) {
                        BidiClass::RLO => BidiClass::R,
                        BidiClass::LRO => BidiClass::L,
                        default => null,
                    }, false];
                } elseif ($isolates_too_deep === 0) {
                    ++$embeddings_too_deep;
                }
            }
        }
    }

    /** The next odd level for right-to-left, the next even one for left-to-right. */
    private static function next_level(int $level, bool $right): int
    {
        return $level + ($right === ($level % 2 === 1) ? 2 : 1);
    }

    private function first_strong(int $from, int $to): int
    {
        for ($i = $from; $i < $to; ++$i) {
            $class = $this->original[$i];
            if ($class === BidiClass::L) {
                return 0;
            }
            if ($class === BidiClass::R || $class === BidiClass::AL) {
                return 1;
            }
            if ($class->begins_isolate()) {
                $i = $this->isolates[$i] ?? $to;
            }
        }

        return 0;
    }
}
