<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Colour;
use PHPUnit\Framework\TestCase;

final class ColourTest extends TestCase
{
    public function test_a_dark_brand_stays_as_it_is(): void
    {
        self::assertSame('#0f766e', Colour::readable('#0f766e'));
    }

    /** The same pairs are in src/documents/readable-accent.test.ts. */
    public function test_a_light_brand_is_darkened_until_it_can_be_read(): void
    {
        self::assertSame('#987000', Colour::readable('#f5b700'));
        self::assertSame('#717171', Colour::readable('#ffffff'));
    }
}
