<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Tests\Support\Sources;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Who may do what in includes/, as ESLint's import-borders has it for src/ and blocks/. */
final class BordersTest extends TestCase
{
    /** @return iterable<string, array{string, string}> what is looked for, and the files it may stand in */
    public static function borders(): iterable
    {
        yield 'only Shared/Database speaks to WordPress\' database' => [
            '/\$wpdb\b/',
            // Both hand it over; the second one also names tables of WordPress.
            '#^(Shared/Database/\w+|Plugin|Uninstall)\.php$#',
        ];
        yield 'only modules and what they register add hooks' => [
            '/\badd_(action|filter|shortcode)\(/',
            '#^(.*/\w+Module|Plugin|Shared/Languages|Shared/Rest/Transport|Portal/PageOutput|Identity/KeepOutHooks|Portal/PrivatePages)\.php$#',
        ];
        yield 'only the clock knows what time it is' => [
            // WordPress' cron runs by the machine's time.
            '/(?<!wp_schedule_event\(|wp_schedule_single_event\()\b(microtime|time|current_time|current_datetime|gmdate|strtotime)\(|new \\\\?DateTime(Immutable)?\((\)|\'(now|today))/',
            '#^Shared/Clock/\w+\.php$#',
        ];
        yield 'only Gateways/Stripe knows Stripe' => [
            '/\bGateways\\\\Stripe\\\\/',
            '#^(Gateways/Stripe/.*|Plugin)\.php$#',
        ];
        yield 'money is never a float' => [
            '/\((float|double)\)|\bfloatval\(|\bround\(|\bnumber_format\(/',
            // Drawing; pixels; a contrast in words; a number in words of ICU or WordPress, which take floats.
            '#^(Documents/.*|Business/.*|Shared/SafeImage\.php|Shared/Money/MoneyFormat\.php|Shared/Rest/ContractErrors\.php)#',
        ];
    }

    #[DataProvider('borders')]
    public function test_nobody_crosses(string $pattern, string $allowed): void
    {
        $crossed = [];
        foreach (Sources::of_plugin() as $path => $code) {
            if (preg_match($allowed, $path) !== 1 && preg_match($pattern, $code, $match) === 1) {
                $crossed[] = "{$path}: {$match[0]}";
            }
        }

        self::assertSame([], $crossed);
    }
}
