<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Settings;

final readonly class LateFeeTermsRepository
{
    private const SETTINGS = 'late_fees';

    public function __construct(private Settings $settings)
    {
    }

    public function get(): LateFeeTerms
    {
        $stored = $this->settings->get(self::SETTINGS, self::to_row(new LateFeeTerms()));

        return new LateFeeTerms(
            (bool) $stored['is_on'],
            LateFeeKind::from((string) $stored['kind']),
            (string) $stored['percent'],
            array_values(array_map(Money::from_wire(...), (array) $stored['amounts'])),
            (int) $stored['grace_days'],
            (bool) $stored['in_reminders'],
        );
    }

    /** Part of the change that is under way. */
    public function save(LateFeeTerms $terms): void
    {
        $this->settings->set(self::SETTINGS, self::to_row($terms));
    }

    /** @return array{is_on: bool, kind: string, percent: string, amounts: list<array{amount: int, currency: string}>, grace_days: int, in_reminders: bool} as it is kept, and on the wire */
    public static function to_row(LateFeeTerms $terms): array
    {
        return [
            'is_on' => $terms->is_on,
            'kind' => $terms->kind->value,
            'percent' => $terms->percent,
            'amounts' => array_map(static fn (Money $amount): array => $amount->to_wire(), $terms->amounts),
            'grace_days' => $terms->grace_days,
            'in_reminders' => $terms->in_reminders,
        ];
    }
}
