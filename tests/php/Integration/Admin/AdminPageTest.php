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

    /** Shown by itself when the app has not put itself in its place, whatever kept its scripts away. */
    public function test_the_page_says_when_the_app_was_not_started(): void
    {
        ob_start();
        (new AdminPage(new MovableClock(0), fn () => Plugin::instance()->module(BusinessModule::class)->business()))->render();
        $page = (string) ob_get_clean();

        self::assertMatchesRegularExpression('~<div id="counterfoil" [^>]*>.*<div id="counterfoil-failed" [^>]*role="alert" hidden>.*</div>\s*</div>~s', $page);
        self::assertStringContainsString('Counterfoil couldn’t be started.', $page);
        self::assertMatchesRegularExpression('~<script[^>]*>\s*addEventListener\("load".*getElementById\("counterfoil-failed"\)~s', $page);
    }
}
