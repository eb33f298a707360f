<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Count;
use Counterfoil\Shared\Database\Remembered;
use PHPUnit\Framework\TestCase;

final class RememberedTest extends TestCase
{
    private Count $rollbacks;
    private Remembered $remembered;
    private int $reads = 0;
    private string $prefix = 'wp_';

    protected function setUp(): void
    {
        $this->rollbacks = new Count();
        $this->remembered = new Remembered($this->rollbacks, fn (string $table): string => $this->prefix . $table);
    }

    public function test_a_row_is_read_once(): void
    {
        self::assertSame(['row 1', 'row 1', 1], [$this->read('portals'), $this->read('portals'), $this->reads]);
    }

    public function test_what_is_not_there_is_asked_for_again(): void
    {
        $this->remembered->get('portals', 'one', static fn (): ?string => null);

        self::assertSame('row 1', $this->read('portals'));
    }

    public function test_a_rollback_may_have_taken_back_what_was_read(): void
    {
        $this->read('portals');
        ++$this->rollbacks->value;

        self::assertSame(['row 2', 'row 2'], [$this->read('portals'), $this->read('portals')]);
    }

    public function test_a_table_that_is_written_is_forgotten_and_others_are_not(): void
    {
        $this->read('portals');
        $this->read('settings');
        $this->remembered->forget('portals');

        self::assertSame(['row 3', 'row 2'], [$this->read('portals'), $this->read('settings')]);
    }

    public function test_each_site_of_a_network_has_its_own_rows(): void
    {
        $first = $this->read('settings');
        $this->prefix = 'wp_2_';

        self::assertSame(['row 1', 'row 2'], [$first, $this->read('settings')]);
        $this->remembered->forget('settings');
        $this->prefix = 'wp_';
        self::assertSame('row 1', $this->read('settings'));
    }

    private function read(string $table): string
    {
        return $this->remembered->get($table, 'one', fn (): string => 'row ' . ++$this->reads);
    }
}
