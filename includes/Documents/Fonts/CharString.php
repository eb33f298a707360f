<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use RuntimeException;

/**
 * Runs the program that draws one glyph (Adobe's Technical Note 5177, "The Type 2 Charstring Format"), without hints.
 */
final class CharString
{
    /** Deeper than the format allows; a broken font ends. */
    private const DEEPEST = 12;

    /** @var list<float> */
    private array $stack = [];
    private int $hints = 0;
    private bool $has_ended = false;
    private Pen $pen;

    public function __construct(private readonly CffIndex $global, private readonly ?CffIndex $local)
    {
        $this->pen = new Pen();
    }

    public function draw(string $program): Pen
    {
        $this->run($program, 0);
        $this->pen->close();

        return $this->pen;
    }

    private function run(string $program, int $depth): void
    {
        if ($depth > self::DEEPEST) {
            throw new RuntimeException('A font’s glyph calls itself.');
        }
        for ($i = 0, $length = strlen($program); $i < $length && ! $this->has_ended; ++$i) {
            $byte = ord($program[$i]);
            if ($byte >= 32 || $byte === 28) {
                $i = $this->push($program, $i, $byte);
            } elseif ($byte === 10 || $byte === 29) {
                $this->call($byte === 10 ? $this->local : $this->global, $depth);
            } elseif ($byte === 11) {
                return;
            } elseif ($byte === 12) {
                $this->flex(ord($program[++$i]));
                $this->stack = [];
            } else {
                $i += $this->act($byte);
                $this->stack = [];
            }
        }
    }

    /** @return int where the operand ends */
    private function push(string $program, int $i, int $byte): int
    {
        $at = static fn (int $more): int => ord($program[$i + $more] ?? "\0");
        if ($byte === 28) {
            $value = $at(1) << 8 | $at(2);
            $this->stack[] = $value >= 0x8000 ? $value - 0x10000 : $value;

            return $i + 2;
        }
        if ($byte === 255) {
            $value = $at(1) << 24 | $at(2) << 16 | $at(3) << 8 | $at(4);
            $this->stack[] = ($value >= 0x80000000 ? $value - 0x100000000 : $value) / 65536;

            return $i + 4;
        }
        $this->stack[] = match (true) {
            $byte <= 246 => $byte - 139,
            $byte <= 250 => ($byte - 247) * 256 + $at(1) + 108,
            default => -($byte - 251) * 256 - $at(1) - 108,
        };

        return $byte <= 246 ? $i : $i + 1;
    }

    private function call(?CffIndex $subroutines, int $depth): void
    {
        $count = $subroutines->count ?? 0;
        $number = (int) array_pop($this->stack) + ($count < 1240 ? 107 : ($count < 33900 ? 1131 : 32768));
        if ($subroutines === null || $number < 0 || $number >= $count) {
            throw new RuntimeException('A font’s glyph calls what is not there.');
        }
        $this->run($subroutines->get($number), $depth + 1);
    }

    /** @return int bytes of the program that belong to the operator */
    private function act(int $operator): int
    {
        $stack = $this->stack;
        switch ($operator) {
            case 1: case 3: case 18: case 23:
                $this->hints += count($stack) >> 1;
                break;
            case 19: case 20:
                $this->hints += count($stack) >> 1;

                return $this->hints + 7 >> 3;
            case 21:
                $this->pen->move(...array_slice($stack, -2));
                break;
            case 22:
                $this->pen->move((float) end($stack), 0.0);
                break;
            case 4:
                $this->pen->move(0.0, (float) end($stack));
                break;
            case 14:
                $this->has_ended = true;
                break;
            case 5:
                $this->lines($stack);
                break;
            case 6: case 7:
                foreach ($stack as $i => $by) {
                    ($i % 2 === 0) === ($operator === 6) ? $this->pen->line($by, 0.0) : $this->pen->line(0.0, $by);
                }
                break;
            case 8:
                $this->curves($stack);
                break;
            case 24:
                $this->curves(array_slice($stack, 0, -2));
                $this->lines(array_slice($stack, -2));
                break;
            case 25:
                $this->lines(array_slice($stack, 0, -6));
                $this->curves(array_slice($stack, -6));
                break;
            case 26: case 27:
                $this->straight($stack, $operator === 27);
                break;
            case 30: case 31:
                $this->turning($stack, $operator === 31);
                break;
        }

        return 0;
    }

    /** @param list<float> $by */
    private function lines(array $by): void
    {
        foreach (array_chunk($by, 2) as [$x, $y]) {
            $this->pen->line($x, $y);
        }
    }

    /** @param list<float> $by */
    private function curves(array $by): void
    {
        foreach (array_chunk($by, 6) as $six) {
            $this->pen->curve(...$six);
        }
    }

    /**
     * hhcurveto, vvcurveto.
     *
     * @param list<float> $by
     */
    private function straight(array $by, bool $is_flat): void
    {
        $aside = count($by) % 4 === 1 ? (float) array_shift($by) : 0.0;
        foreach (array_chunk($by, 4) as [$a, $b, $c, $d]) {
            $is_flat ? $this->pen->curve($a, $aside, $b, $c, $d, 0.0) : $this->pen->curve($aside, $a, $b, $c, 0.0, $d);
            $aside = 0.0;
        }
    }

    /**
     * hvcurveto, vhcurveto: begins flat or upright, and by turns.
     *
     * @param list<float> $by
     */
    private function turning(array $by, bool $is_flat): void
    {
        $last = count($by) % 4 === 1 ? (float) array_pop($by) : 0.0;
        $quads = array_chunk($by, 4);
        foreach ($quads as $i => [$a, $b, $c, $d]) {
            $aside = $i === count($quads) - 1 ? $last : 0.0;
            $is_flat ? $this->pen->curve($a, 0.0, $b, $c, $aside, $d) : $this->pen->curve(0.0, $a, $b, $c, $d, $aside);
            $is_flat = ! $is_flat;
        }
    }

    private function flex(int $operator): void
    {
        $s = array_pad($this->stack, 13, 0.0);
        switch ($operator) {
            case 35:
                $this->curves(array_slice($s, 0, 12));
                break;
            case 34:
                $this->pen->curve($s[0], 0.0, $s[1], $s[2], $s[3], 0.0);
                $this->pen->curve($s[4], 0.0, $s[5], -$s[2], $s[6], 0.0);
                break;
            case 36:
                $this->pen->curve($s[0], $s[1], $s[2], $s[3], $s[4], 0.0);
                $this->pen->curve($s[5], 0.0, $s[6], $s[7], $s[8], -($s[1] + $s[3] + $s[7]));
                break;
            case 37:
                $x = $s[0] + $s[2] + $s[4] + $s[6] + $s[8];
                $y = $s[1] + $s[3] + $s[5] + $s[7] + $s[9];
                $this->curves(array_slice($s, 0, 6));
                abs($x) > abs($y) ? $this->pen->curve($s[6], $s[7], $s[8], $s[9], $s[10], -$y) : $this->pen->curve($s[6], $s[7], $s[8], $s[9], -$x, $s[10]);
                break;
        }
    }
}
