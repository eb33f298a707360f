<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Paper;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PaperTest extends TestCase
{
    public function test_it_comes_back_from_its_array(): void
    {
        foreach (Samples::all() as $name => $paper) {
            $data = json_decode((string) json_encode($paper->to_array()), true);
            self::assertIsArray($data);
            self::assertEquals($paper, Paper::from_array($data), $name);
        }
    }

    /** @param array<string, mixed> $change */
    #[DataProvider('mistakes')]
    public function test_a_mistake_is_named(array $change, string $field): void
    {
        $this->expectException(\InvalidArgumentException::class);
        $this->expectExceptionMessage("paper's $field has to be");

        Paper::from_array($change + Samples::document()->to_array());
    }

    /** @return iterable<string, array{array<string, mixed>, string}> */
    public static function mistakes(): iterable
    {
        yield 'colour' => [['accent' => 'red'], 'accent'];
        yield 'colour with more behind it' => [['accent' => "#ffffff\n"], 'accent'];
        yield 'title' => [['title' => null], 'title'];
        yield 'party' => [['buyer' => ['label' => 'Bill to', 'name' => 'A']], 'buyer.lines'];
        yield 'total' => [['totals' => [['label' => 'Total', 'value' => 12]]], 'totals.0.value'];
        yield 'logo from elsewhere' => [
            ['logo' => ['mime' => 'image/png', 'data' => 'https://evil.example/x.png', 'width' => 1, 'height' => 1]],
            'logo.data',
        ];
        yield 'logo of another kind' => [
            ['logo' => ['mime' => 'image/svg+xml', 'data' => 'AAAA', 'width' => 1, 'height' => 1]],
            'logo.mime',
        ];
    }
}
