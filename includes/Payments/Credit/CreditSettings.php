<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Settings;

/** Whether clients' credit pays their next bills by itself. */
final readonly class CreditSettings
{
    private const SETTINGS = 'credit';
    private const DEFAULTS = ['use_automatically' => false];

    public function __construct(private Settings $settings, private Changes $changes)
    {
    }

    public function uses_automatically(): bool
    {
        return (bool) $this->settings->get(self::SETTINGS, self::DEFAULTS)['use_automatically'];
    }

    public function save(bool $uses_automatically, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($uses_automatically): void {
            $this->settings->set(self::SETTINGS, ['use_automatically' => $uses_automatically]);
            $change->event('settings.credit_updated', [['settings', 0]], null);
            /**
             * Fires after it changes whether credit is used automatically.
             *
             * @since 0.2.0
             */
            $change->hook('settings_credit_updated');
        });
    }
}
