<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** Says whether late fees are proposed, and how much they are. */
final readonly class UpdateLateFees
{
    public function __construct(private Changes $changes, private LateFeeTermsRepository $terms)
    {
    }

    /** @throws DomainError 400 naming the field */
    public function handle(LateFeeTerms $terms, Actor $by): void
    {
        if ($terms->is_on) {
            self::check($terms);
        }
        $this->changes->run($by, function (Change $change) use ($terms): void {
            $this->terms->save($terms);
            $change->event('settings.late_fees_updated', [['settings', 0]], null, ['is_on' => $terms->is_on]);
            /**
             * Fires after the late fee settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_late_fees_updated');
        });
    }

    /** @throws DomainError 400 */
    private static function check(LateFeeTerms $terms): void
    {
        if ($terms->kind !== LateFeeKind::Fixed && trim($terms->percent, '0.') === '') {
            throw DomainError::invalid(__('Enter a percentage above 0, for example 1 or 1.5.', 'counterfoil'), '/percent');
        }
        if ($terms->kind !== LateFeeKind::Fixed) {
            return;
        }
        if ($terms->amounts === []) {
            throw DomainError::invalid(__('Add an amount for at least one currency.', 'counterfoil'), '/amounts');
        }
        $seen = [];
        foreach ($terms->amounts as $i => $amount) {
            if ($amount->amount <= 0) {
                throw DomainError::invalid(__('Enter an amount above 0.', 'counterfoil'), "/amounts/{$i}/amount");
            }
            if (isset($seen[$amount->currency->code])) {
                throw DomainError::invalid(__('There’s already an amount in this currency. Choose another currency or remove this line.', 'counterfoil'), "/amounts/{$i}/currency");
            }
            $seen[$amount->currency->code] = true;
        }
    }
}
