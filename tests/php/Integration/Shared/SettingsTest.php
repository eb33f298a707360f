<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Shared\Settings;
use Counterfoil\Tests\Support\IntegrationTestCase;
use RuntimeException;

final class SettingsTest extends IntegrationTestCase
{
    public function test_what_was_never_chosen_is_the_default(): void
    {
        $settings = self::settings();
        self::assertSame(['colour' => 'blue', 'size' => 3], $settings->get('toys', ['colour' => 'blue', 'size' => 3]));
        $settings->set('toys', ['colour' => 'red']);
        self::assertSame(['colour' => 'red', 'size' => 3], $settings->get('toys', ['colour' => 'blue', 'size' => 3]));
        $settings->set('toys', ['size' => 5]);
        self::assertSame(['size' => 5], $settings->get('toys'));
    }

    /** A failed save is not in force, in this process or in another one. */
    public function test_what_was_taken_back_was_never_chosen(): void
    {
        $settings = self::settings();
        $settings->set('toys', ['colour' => 'red']);
        self::assertSame(['colour' => 'red'], $settings->get('toys'));
        try {
            Plugin::instance()->database()->transaction(static function () use ($settings): never {
                $settings->set('toys', ['colour' => 'green']);
                self::assertSame(['colour' => 'green'], $settings->get('toys'), 'Within the change it is.');
                throw new RuntimeException('The last statement failed.');
            });
        } catch (RuntimeException) {
            self::assertSame(['colour' => 'red'], $settings->get('toys'));
            self::assertSame(['colour' => 'red'], self::settings()->get('toys'));
        }
    }

    private static function settings(): Settings
    {
        return new Settings(Plugin::instance()->database());
    }
}
