<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Activity\EventWords;
use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Days and months on the screens of wp-admin, on a site without language packs. */
final class SiteDayTest extends IntegrationTestCase
{
    /** @return iterable<string, array{string, string, string, string, string}> */
    public static function readers(): iterable
    {
        yield 'the default' => ['en_US', 'F j, Y', 'December 6, 2026', 'December 2026', 'Dec'];
        yield 'another order' => ['en_US', 'j F Y', '6 December 2026', 'December 2026', 'Dec'];
        yield 'numbers' => ['pl_PL', 'd.m.Y', '06.12.2026', 'grudzień 2026', 'gru'];
        yield 'declined' => ['pl_PL', 'j F Y', '6 grudnia 2026', 'grudzień 2026', 'gru'];
        yield 'weekdays and letters that are kept' => ['de_DE', 'l, j. F Y \\D', 'Sonntag, 6. Dezember 2026 D', 'Dezember 2026', 'Dez'];
        yield 'the year first' => ['ja', 'Y年n月j日', '2026年12月6日', '2026年12月', '12月'];
        yield 'a language that ICU does not know' => ['xx_YY', 'F jS, Y', 'December 6th, 2026', 'December 2026', 'Dec'];
    }

    #[DataProvider('readers')]
    public function test_the_sites_format_in_the_readers_language(string $locale, string $format, string $day, string $month, string $short): void
    {
        add_filter('pre_determine_locale', static fn (): string => $locale);
        update_option('date_format', $format);

        self::assertSame([$day, $month, $short], [SiteDay::of('2026-12-06'), SiteDay::month('2026-12-06'), SiteDay::short_month('2026-12')]);
    }

    public function test_an_event_without_a_day_has_none(): void
    {
        update_option('date_format', 'F j, Y');

        self::assertSame(['', 'soon', 'March 31, 2026'], array_map(static fn (array $data): string => (new EventWords($data))->day(), [[], ['day' => 'soon'], ['day' => '2026-03-31']]));
    }
}
