<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

use Counterfoil\Shared\Settings;

final readonly class RenewalSettings
{
    private const SETTINGS = 'subscriptions';

    private const DEFAULTS = ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1, 3, 5, 7], 'last_step' => 'keep', 'grace_days' => 14, 'suspended_words' => '', 'billed_by' => 'usual', 'card_notice_days' => 14, 'renewal_notice' => 'yearly', 'renewal_notice_days' => 14];

    public function __construct(private Settings $settings)
    {
    }

    public function get(): Renewing
    {
        $stored = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return new Renewing(
            (int) $stored['lead_days'],
            CatchUp::from((string) $stored['catch_up']),
            array_values(array_map(intval(...), (array) $stored['retry_days'])),
            LastStep::from((string) $stored['last_step']),
            (int) $stored['grace_days'],
            (string) $stored['suspended_words'],
            BilledBy::from((string) $stored['billed_by']),
            (int) $stored['card_notice_days'],
            RenewalNotice::from((string) $stored['renewal_notice']),
            (int) $stored['renewal_notice_days'],
        );
    }

    /** Part of the change that is under way. */
    public function save(Renewing $renewing): void
    {
        $this->settings->set(self::SETTINGS, [
            'lead_days' => $renewing->lead_days,
            'catch_up' => $renewing->catch_up->value,
            'retry_days' => $renewing->retry_days,
            'last_step' => $renewing->last_step->value,
            'grace_days' => $renewing->grace_days,
            'suspended_words' => $renewing->suspended_words,
            'billed_by' => $renewing->billed_by->value,
            'card_notice_days' => $renewing->card_notice_days,
            'renewal_notice' => $renewing->renewal_notice->value,
            'renewal_notice_days' => $renewing->renewal_notice_days,
        ]);
    }
}
