<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Contrast;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Values of WebAIM's contrast checker; src/shared/contrast.ts is held against the same. */
final class ContrastTest extends TestCase
{
    #[DataProvider('ratios')]
    public function test_ratios_are_those_of_wcag(string $one, string $other, float|int $ratio): void
    {
        self::assertEqualsWithDelta($ratio, Contrast::ratio($one, $other), 0.006);
        self::assertSame(Contrast::ratio($one, $other), Contrast::ratio($other, $one));
    }

    public function test_text_on_any_colour_can_be_read(): void
    {
        foreach (self::vectors()['text_on'] as $colour => $text) {
            self::assertSame($text, Contrast::text_on($colour));
        }
        for ($grey = 0; $grey < 256; ++$grey) {
            $colour = '#' . str_repeat(sprintf('%02x', $grey), 3);
            self::assertGreaterThanOrEqual(Contrast::ENOUGH, Contrast::ratio($colour, Contrast::text_on($colour)));
        }
        self::assertGreaterThanOrEqual(Contrast::ENOUGH, Contrast::ratio(PortalRepository::DEFAULT_COLOUR, '#ffffff'));
    }

    public function test_a_brand_is_darkened_until_it_can_be_read_on_white(): void
    {
        foreach (self::vectors()['readable'] as $brand => $text) {
            self::assertSame($text, Contrast::readable($brand));
        }
    }

    /** @return list<array{string, string, float|int}> */
    public static function ratios(): array
    {
        return self::vectors()['ratios'];
    }

    /** @return array{ratios: list<array{string, string, float|int}>, text_on: array<string, string>, readable: array<string, string>} */
    private static function vectors(): array
    {
        return json_decode((string) file_get_contents(dirname(__DIR__, 3) . '/vectors/contrast.json'), true, 8, JSON_THROW_ON_ERROR);
    }
}
