<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Secrets;
use PHPUnit\Framework\TestCase;

final class SecretsTest extends TestCase
{
    private const MATERIAL = 'a key from wp-config.php that is long enough';

    public function test_opens_what_it_sealed(): void
    {
        $secrets = new Secrets(self::MATERIAL);
        $sealed = $secrets->seal('sk_test_1234', 'options', 'payments', 'test.secret_key');

        self::assertStringNotContainsString('sk_test', $sealed);
        self::assertStringNotContainsString(base64_encode('sk_test_1234'), $sealed);
        self::assertSame('sk_test_1234', $secrets->open($sealed, 'options', 'payments', 'test.secret_key'));
        self::assertNotSame($sealed, $secrets->seal('sk_test_1234', 'options', 'payments', 'test.secret_key'));
    }

    public function test_what_lies_elsewhere_is_not_opened(): void
    {
        $secrets = new Secrets(self::MATERIAL);
        $sealed = $secrets->seal('sk', 'options', 'payments', 'test.secret_key');

        self::assertNull($secrets->open($sealed, 'options', 'payments', 'live.secret_key'));
        self::assertNull($secrets->open($sealed, 'options', 'other', 'test.secret_key'));
        self::assertNull($secrets->open($sealed, 'contacts', 'payments', 'test.secret_key'));
    }

    public function test_changed_salts_are_a_state_and_never_an_empty_secret(): void
    {
        $sealed = (new Secrets(self::MATERIAL))->seal('sk', 'options', 'payments', 'x');

        self::assertNull((new Secrets('other salts'))->open($sealed, 'options', 'payments', 'x'));
    }

    public function test_abuse_58_a_changed_byte_is_noticed(): void
    {
        $secrets = new Secrets(self::MATERIAL);
        $sealed = $secrets->seal('sk_test_1234', 'options', 'payments', 'x');
        [$version, $key, $bytes] = explode('.', $sealed);
        $raw = (string) base64_decode($bytes, true);
        foreach ([0, 23, 24, strlen($raw) - 1] as $position) {
            $changed = $raw;
            $changed[$position] = chr(ord($changed[$position]) ^ 1);
            self::assertNull($secrets->open("{$version}.{$key}." . base64_encode($changed), 'options', 'payments', 'x'));
        }
        foreach (['', 'sk_test_1234', '1.2', "2.{$key}.{$bytes}", "{$version}.{$key}.", "{$version}.{$key}.***"] as $nonsense) {
            self::assertNull($secrets->open($nonsense, 'options', 'payments', 'x'));
        }
    }
}
