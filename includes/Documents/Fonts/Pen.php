<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

/** Draws contours with cubic curves and writes them down as TrueType has them, with quadratic ones. */
final class Pen
{
    /** How far a curve may be off, in the font's units: less than a thousandth of the letter's height. */
    private const TOLERANCE = 0.8;

    private float $x = 0.0;
    private float $y = 0.0;

    /** @var list<list<array{float, float, bool}>> points, and whether each is on the curve */
    private array $contours = [];

    /** @var list<array{float, float, bool}> */
    private array $contour = [];

    public function move(float $x, float $y): void
    {
        $this->close();
        $this->x += $x;
        $this->y += $y;
        $this->contour = [[$this->x, $this->y, true]];
    }

    public function line(float $x, float $y): void
    {
        $this->x += $x;
        $this->y += $y;
        $this->contour[] = [$this->x, $this->y, true];
    }

    /** Each pair is relative to the one before. */
    public function curve(float $ax, float $ay, float $bx, float $by, float $cx, float $cy): void
    {
        [$x0, $y0] = [$this->x, $this->y];
        [$x1, $y1] = [$x0 + $ax, $y0 + $ay];
        [$x2, $y2] = [$x1 + $bx, $y1 + $by];
        [$x3, $y3] = [$x2 + $cx, $y2 + $cy];
        // The error of one quadratic curve falls with the cube of the parts the cubic one is cut into.
        $error = hypot($x3 - 3 * $x2 + 3 * $x1 - $x0, $y3 - 3 * $y2 + 3 * $y1 - $y0) * sqrt(3) / 36;
        $parts = max(1, (int) ceil(($error / self::TOLERANCE) ** (1 / 3)));
        for ($i = 0; $i < $parts; ++$i) {
            $this->contour[] = [...self::control([$x0, $x1, $x2, $x3], [$y0, $y1, $y2, $y3], $i / $parts, ($i + 1) / $parts), false];
            $this->contour[] = [self::on([$x0, $x1, $x2, $x3], ($i + 1) / $parts), self::on([$y0, $y1, $y2, $y3], ($i + 1) / $parts), true];
        }
        [$this->x, $this->y] = [$x3, $y3];
    }

    public function close(): void
    {
        $count = count($this->contour);
        if ($count > 1 && [$this->contour[$count - 1][0], $this->contour[$count - 1][1]] === [$this->contour[0][0], $this->contour[0][1]] && $this->contour[$count - 1][2]) {
            array_pop($this->contour);
        }
        if (count($this->contour) > 2) {
            $this->contours[] = $this->contour;
        }
        $this->contour = [];
    }

    /** A simple glyph of the table "glyf"; empty for a blank. */
    public function record(): string
    {
        if ($this->contours === []) {
            return '';
        }
        $ends = $flags = $xs = $ys = '';
        $count = $before_x = $before_y = 0;
        [$left, $bottom, $right, $top] = [PHP_INT_MAX, PHP_INT_MAX, PHP_INT_MIN, PHP_INT_MIN];
        foreach ($this->contours as $contour) {
            foreach ($contour as [$x, $y, $is_on]) {
                [$x, $y] = [(int) round($x), (int) round($y)];
                $flags .= chr((int) $is_on);
                $xs .= pack('n', $x - $before_x & 0xFFFF);
                $ys .= pack('n', $y - $before_y & 0xFFFF);
                [$before_x, $before_y] = [$x, $y];
                [$left, $bottom, $right, $top] = [min($left, $x), min($bottom, $y), max($right, $x), max($top, $y)];
            }
            $count += count($contour);
            $ends .= pack('n', $count - 1);
        }
        $box = array_map(static fn (int $value): int => $value & 0xFFFF, [$left, $bottom, $right, $top]);

        return pack('n5', count($this->contours), ...$box) . $ends . "\0\0" . $flags . $xs . $ys;
    }

    /**
     * The control point of the quadratic curve nearest to a part of a cubic one: where the tangents at both ends lead.
     *
     * @param array{float, float, float, float} $x
     * @param array{float, float, float, float} $y
     * @return array{float, float}
     */
    private static function control(array $x, array $y, float $from, float $to): array
    {
        return [self::led($x, $from, $to), self::led($y, $from, $to)];
    }

    /** @param array{float, float, float, float} $p */
    private static function led(array $p, float $from, float $to): float
    {
        $third = ($to - $from) / 3;

        return (3 * (self::on($p, $from) + self::slope($p, $from) * $third + self::on($p, $to) - self::slope($p, $to) * $third) - self::on($p, $from) - self::on($p, $to)) / 4;
    }

    /** @param array{float, float, float, float} $p */
    private static function slope(array $p, float $t): float
    {
        return 3 * ((1 - $t) ** 2 * ($p[1] - $p[0]) + 2 * (1 - $t) * $t * ($p[2] - $p[1]) + $t ** 2 * ($p[3] - $p[2]));
    }

    /** @param array{float, float, float, float} $p */
    private static function on(array $p, float $t): float
    {
        return (1 - $t) ** 3 * $p[0] + 3 * (1 - $t) ** 2 * $t * $p[1] + 3 * (1 - $t) * $t ** 2 * $p[2] + $t ** 3 * $p[3];
    }
}
