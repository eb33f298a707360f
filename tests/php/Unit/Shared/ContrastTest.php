<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Contrast;
use PHPUnit\Framework\TestCase;

final class ContrastTest extends TestCase
{
    /** Values of WebAIM's contrast checker. */
    public function test_ratios_are_those_of_wcag(): void
    {
        foreach ([['#000000', '#ffffff', 21.0], ['#ffffff', '#ffffff', 1.0], ['#777777', '#ffffff', 4.48], ['#767676', '#FFFFFF', 4.54], ['#0000ff', '#ffffff', 8.59], ['#ff0000', '#000000', 5.25]] as [$one, $other, $ratio]) {
            self::assertEqualsWithDelta($ratio, Contrast::ratio($one, $other), 0.006);
            self::assertSame(Contrast::ratio($one, $other), Contrast::ratio($other, $one));
        }
    }

    public function test_text_on_any_colour_can_be_read(): void
    {
        foreach (['#ffffff' => '#000000', '#000000' => '#ffffff', '#ffd400' => '#000000', '#3858e9' => '#ffffff', '#b00020' => '#ffffff'] as $colour => $text) {
            self::assertSame($text, Contrast::text_on($colour));
        }
        for ($grey = 0; $grey < 256; ++$grey) {
            $colour = '#' . str_repeat(sprintf('%02x', $grey), 3);
            self::assertGreaterThanOrEqual(Contrast::ENOUGH, Contrast::ratio($colour, Contrast::text_on($colour)));
        }
        self::assertGreaterThanOrEqual(Contrast::ENOUGH, Contrast::ratio(PortalRepository::DEFAULT_COLOUR, '#ffffff'));
    }
}
