<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Settings;

/** Whether clients are told in the portal how to pay by bank transfer, and how long they aren't reminded once they say they did. */
final readonly class TransferSettings
{
    private const SETTINGS = 'bank_transfer';
    private const DEFAULTS = ['is_on' => false, 'pause_days' => 5];

    /** @param Closure(): Changes $changes most who ask change nothing */
    public function __construct(private Settings $settings, private Closure $changes)
    {
    }

    public function is_on(): bool
    {
        return (bool) $this->settings->get(self::SETTINGS, self::DEFAULTS)['is_on'];
    }

    public function pause_days(): int
    {
        return (int) $this->settings->get(self::SETTINGS, self::DEFAULTS)['pause_days'];
    }

    public function save(bool $is_on, int $pause_days, Actor $by): void
    {
        ($this->changes)()->run($by, function (Change $change) use ($is_on, $pause_days): void {
            $this->settings->set(self::SETTINGS, ['is_on' => $is_on, 'pause_days' => $pause_days]);
            $change->event('settings.bank_transfer_updated', [['settings', 0]], null);
            /**
             * Fires after it changes whether and how clients can pay by bank transfer.
             *
             * @since 0.2.0
             */
            $change->hook('settings_bank_transfer_updated');
        });
    }
}
