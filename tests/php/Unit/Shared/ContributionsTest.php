<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Reports\ReportsModule;
use Counterfoil\Shared\Contributions;
use Counterfoil\Shared\Module;
use PHPUnit\Framework\TestCase;

final class ContributionsTest extends TestCase
{
    private const MODULES = [EmailsModule::class, ReportsModule::class];

    private string $file = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->file = (string) tempnam(sys_get_temp_dir(), 'contributions');
    }

    protected function tearDown(): void
    {
        unlink($this->file);
        parent::tearDown();
    }

    public function test_those_that_contribute_and_nobody_else(): void
    {
        $found = $this->found(self::MODULES);

        self::assertSame([[EmailsModule::class], []], [$found->of('overview'), $found->of('gateways')]);
        self::assertSame([ReportsModule::class, null], [$found->named('routes', 'overview.get'), $found->named('routes', 'overview.unheard')]);
    }

    /** Something older than the code would leave out what is new. */
    public function test_what_was_found_of_other_modules_counts_for_nothing(): void
    {
        $found = $this->found([EmailsModule::class]);

        self::assertSame(self::MODULES, $found->of('gateways'));
        self::assertNull($found->named('routes', 'overview.get'));
    }

    public function test_without_the_build_all_are_asked(): void
    {
        $found = new Contributions("{$this->file}.missing", self::MODULES);

        self::assertSame(self::MODULES, $found->of('overview'));
        self::assertNull($found->named('routes', 'overview.get'));
    }

    /** @param list<class-string<Module>> $of */
    private function found(array $of): Contributions
    {
        file_put_contents($this->file, '<?php return ' . var_export([
            'modules' => $of,
            'by_kind' => ['overview' => [EmailsModule::class]],
            'by_name' => ['routes' => ['overview.get' => ReportsModule::class]],
        ], true) . ';');

        return new Contributions($this->file, self::MODULES);
    }
}
