<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Settings;

/** Whether sure matches are recorded without review. */
final readonly class BankSettings
{
    private const SETTINGS = 'bank';
    private const DEFAULTS = ['book_sure' => false, 'send_receipts' => true];

    public function __construct(private Settings $settings, private Changes $changes)
    {
    }

    public function books_sure(): bool
    {
        return $this->to_wire()['book_sure'];
    }

    public function sends_receipts(): bool
    {
        return $this->to_wire()['send_receipts'];
    }

    /** @return array{book_sure: bool, send_receipts: bool} the contract's `bankSettings` */
    public function to_wire(): array
    {
        $chosen = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return ['book_sure' => (bool) $chosen['book_sure'], 'send_receipts' => (bool) $chosen['send_receipts']];
    }

    /** One import after the other: a line that comes in two formats has no key that would keep the second one out. */
    public function hold_imports(): void
    {
        $this->settings->hold(self::SETTINGS);
    }

    public function save(bool $books_sure, bool $sends_receipts, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($books_sure, $sends_receipts): void {
            $this->settings->set(self::SETTINGS, ['book_sure' => $books_sure, 'send_receipts' => $sends_receipts]);
            $change->event('settings.bank_updated', [['settings', 0]], null);
            /**
             * Fires after it changes how bank statements are matched.
             *
             * @since 0.2.0
             */
            $change->hook('settings_bank_updated');
        });
    }
}
