<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Tests\Support\Sources;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

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
            // Accounts, Guards, Sessions and Languages leave the hooks as they were after one call of WordPress.
            '#^(Identity/(Accounts|Guards|Sessions)|.*/\w+Module|Plugin|Emails/Mailer|Shared/Languages|Shared/Rest/Transport|Portal/PageOutput|Portal/RegisterBlocks|Identity/KeepOutHooks|Portal/PrivatePages)\.php$#',
        ];
        yield 'days of subscriptions change in one place, which bills what is behind first' => [
            '/\bsubscriptions(\(\))?->lock\(/',
            // None of the others changes days, but for a release (what is behind is its matter) and those that ask for what is behind themselves.
            '#^Subscriptions/(Changes/(ChangeDays|ReleaseSubscription)|Renewals/TakeLastStep|PriceRises/(RaisePrices|TellRise|WithdrawRises)|Requests/(AcceptRequest|RequestCancellation))\.php$#',
        ];
        yield 'only the clock knows what time it is' => [
            // WordPress' cron runs by the machine's time.
            '/(?<!wp_schedule_event\(|wp_schedule_single_event\()\b(microtime|time|current_time|current_datetime|gmdate|strtotime)\(|new \\\\?DateTime(Immutable)?\((\)|\'(now|today))/',
            '#^Shared/Clock/\w+\.php$#',
        ];
        yield 'money is never a float' => [
            '/\((float|double)\)|\bfloatval\(|\bround\(|\bnumber_format\(/',
            // Drawing; pixels; a contrast in words; a number in words of ICU or WordPress, which take floats.
            '#^(Documents/.*|Business/.*|Shared/SafeImage\.php|Shared/Money/MoneyFormat\.php|Shared/Rest/ContractErrors\.php)#',
        ];
    }

    /** In PHP, the wire, the browser and on screens: a second gateway changes none of them. Comments count. */
    public function test_only_gateways_stripe_knows_stripe(): void
    {
        $root = dirname(__DIR__, 4) . '/';
        $own = '#^(includes/Gateways/Stripe|src/features/gateways/stripe|blocks/gateways/stripe)/|^src/contract/gateways/stripe\.ts$#';
        // Tables of contents: a line a gateway.
        $contents = ['includes/Plugin.php', 'src/contract/gateways/index.ts', 'src/features/gateways/settings.tsx'];
        $found = [];
        foreach (['includes', 'src', 'blocks'] as $folder) {
            /** @var SplFileInfo $file */
            foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root . $folder, RecursiveDirectoryIterator::SKIP_DOTS)) as $file) {
                $path = substr($file->getPathname(), strlen($root));
                if (preg_match($own, $path) !== 1 && ! in_array($path, $contents, true) && stripos($path . file_get_contents($file->getPathname()), 'stripe') !== false) {
                    $found[] = $path;
                }
            }
        }

        self::assertSame([], $found);
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
