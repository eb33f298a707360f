<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Settings;

/** Whether each month is made and mailed by itself, and to whom. */
final readonly class AccountantSettings
{
    private const SETTINGS = 'accountant';
    private const DEFAULTS = ['is_on' => false, 'email' => ''];

    public function __construct(private Settings $settings, private Changes $changes)
    {
    }

    /** @return array{is_on: bool, email: string} */
    public function to_wire(): array
    {
        $kept = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return ['is_on' => (bool) $kept['is_on'], 'email' => (string) $kept['email']];
    }

    /** Where each month goes; "" for nowhere. */
    public function email(): string
    {
        ['is_on' => $is_on, 'email' => $email] = $this->to_wire();

        return $is_on ? $email : '';
    }

    /** @throws DomainError 400 naming the field */
    public function save(bool $is_on, string $email, Actor $by): void
    {
        if ($email === '' ? $is_on : ! is_email($email)) {
            throw DomainError::invalid(__('Enter an email address, for example name@example.com.', 'counterfoil'), '/email');
        }
        $this->changes->run($by, function (Change $change) use ($is_on, $email): void {
            $this->settings->set(self::SETTINGS, ['is_on' => $is_on, 'email' => $email]);
            $change->event('settings.accountant_updated', [['settings', 0]], null, ['is_on' => $is_on]);
            /**
             * Fires after the settings of accountant exports change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_accountant_updated');
        });
    }
}
