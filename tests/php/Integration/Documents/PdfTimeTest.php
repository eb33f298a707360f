<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Tests\Support\CpuTime;
use Counterfoil\Tests\Unit\Documents\LargeSamples;
use Counterfoil\Tests\Unit\Documents\Samples;
use PHPUnit\Framework\TestCase;

/** Laying out and painting costs little more than the library alone needs for the same words in bare cells. */
final class PdfTimeTest extends TestCase
{
    private const AT_MOST_TIMES = 3.0;

    public function test_an_ordinary_invoice(): void
    {
        $this->compare(Samples::document());
    }

    public function test_five_hundred_lines(): void
    {
        $this->compare(LargeSamples::many_lines(500));
    }

    private function compare(Paper $paper): void
    {
        $at = new \DateTimeImmutable('2026-11-28');
        $ours = fn () => Pdf::render($paper, 'a', $at);
        $pages = BareCells::of($paper);

        self::assertLessThanOrEqual(self::AT_MOST_TIMES, CpuTime::ratio($ours, static fn () => BareCells::draw($pages)));
    }
}
