<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\VatId;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class VatIdTest extends TestCase
{
    #[DataProvider('typed')]
    public function test_a_vat_id_is_told_from_other_text(string $typed, string $country, string $expected): void
    {
        self::assertSame($expected, VatId::among($typed, $country));
    }

    /** @return list<array{string, string, string}> */
    public static function typed(): array
    {
        return [
            ['DE 123 456 789', 'DE', 'DE123456789'],
            ['el-123456789', 'GR', 'EL123456789'],
            ['525-24-48-481', 'PL', ''],
            ['526-021-02-28', 'PL', 'PL5260210228'],
            ['526-021-02-28', 'DE', ''],
            ['PL 526-021-02-28', 'PL', 'PL5260210228'],
            ['GB 123', 'GB', ''],
            ['IT Department', 'IT', ''],
            ['133/8150/8159', 'DE', ''],
            ['', 'PL', ''],
        ];
    }
}
