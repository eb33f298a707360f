<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Keys that mean a person, a mail or a payment are the same only when their bytes are, on both databases. */
final class ExactKeysTest extends IntegrationTestCase
{
    public function test_abuse_63_reasons_of_mails_that_look_alike_are_two_mails(): void
    {
        $box = Plugin::instance()->provided(PostBox::class);
        $leave = static fn (string $reason): bool => $box->leave(new Mail('invoice', $reason, 'jane@client.test', 'Jane', '', data: []));
        self::assertTrue($leave('invoice:1:issued:known@client.test'));
        self::assertTrue($leave('invoice:1:issued:kņown@client.test'));
        self::assertTrue($leave('invoice:1:issued:ｋnown@client.test'));
        self::assertFalse($leave('invoice:1:issued:known@client.test'));
    }

    /** @return iterable<string, array{string, string}> table, column of a unique key */
    public static function keys(): iterable
    {
        yield 'settings' => ['settings', 'name'];
        yield 'portals' => ['portals', 'slug'];
        yield 'roles' => ['roles', 'slug'];
    }

    #[DataProvider('keys')]
    public function test_abuse_63_a_key_with_another_letter_is_another_key(string $table, string $column): void
    {
        $database = Plugin::instance()->database();
        $insert = static fn (string $key): int => $database->insert($table, [$column => $key] + match ($table) {
            'settings' => ['value' => '{}'],
            'portals' => ['name' => '', 'colour' => '#000000', 'created_at' => '2026-01-01 00:00:00'],
            default => ['name' => '', 'permissions' => '[]'],
        });
        $insert('exact-n');
        $insert('exact-ņ');
        $insert('exact-ｎ');
        $this->expectException(UniqueViolation::class);
        $insert('exact-n');
    }

    public function test_every_text_in_a_unique_key_is_compared_byte_by_byte(): void
    {
        $loose = [];
        foreach (Plugin::instance()->modules() as $module) {
            foreach ($module->tables() as $table) {
                $steps = array_merge(...array_map(static fn (Migration $migration): array => $migration->steps, $table::migrations()));
                foreach (array_filter($steps, is_string(...)) as $sql) {
                    preg_match_all('/UNIQUE KEY \w+ \(([^)]+)\)/', $sql, $keys);
                    foreach (explode(',', implode(',', $keys[1])) as $column) {
                        if (preg_match('/^\s*' . preg_quote(trim($column), '/') . ' VARCHAR/m', $sql) === 1) {
                            $loose[] = trim($column);
                        }
                    }
                }
            }
        }
        // Words of the code's own, of which no two look alike.
        self::assertSame([], array_values(array_diff($loose, ['kind', 'period', 'series_period', 'gateway', 'mode'])));
    }

    /** @return iterable<string, array{string, string}> as typed, normal form */
    public static function addresses(): iterable
    {
        yield 'capitals and blanks' => [" Known@CLIENT.test\n", 'known@client.test'];
        yield 'decomposed' => ["kn\u{0327}own@client.test", 'kņown@client.test'];
        yield 'other capitals stay' => ['KŅOWN@client.test', 'kŅown@client.test'];
        yield 'full width stays' => ['ｋnown@client.test', 'ｋnown@client.test'];
        yield 'zero width stays' => ["known@ex\u{200B}ample.test", "known@ex\u{200B}ample.test"];
        yield 'no text at all' => ["\xFF@client.test", "\xFF@client.test"];
    }

    #[DataProvider('addresses')]
    public function test_the_normal_form_of_an_address(string $typed, string $normal): void
    {
        self::assertSame($normal, EmailAddress::normal($typed));
        self::assertSame($normal, EmailAddress::normal($normal));
    }
}
