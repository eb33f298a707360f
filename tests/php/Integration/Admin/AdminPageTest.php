<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Admin;

use Counterfoil\Admin\AdminPage;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Tests\Support\IntegrationTestCase;

final class AdminPageTest extends IntegrationTestCase
{
    /** Due dates are suggested from it: a demo that is moved to the next month suggests days after that. */
    public function test_law_12_the_app_is_told_the_time_of_the_clock(): void
    {
        $clock = new MovableClock(40 * 86_400);
        wp_set_current_user($this->administrator());

        (new AdminPage($clock, fn () => Plugin::instance()->module(BusinessModule::class)->business()))->enqueue('toplevel_page_counterfoil');

        $script = implode('', wp_scripts()->get_data('counterfoil-admin', 'before') ?: []);
        wp_deregister_script('counterfoil-admin');
        self::assertStringContainsString('"now":"' . $clock->now()->format('Y-m-d\TH:'), $script);
    }
}
