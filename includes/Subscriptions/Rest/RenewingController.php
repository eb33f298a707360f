<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Counterfoil\Shared\Input;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\Settings\BilledBy;
use Counterfoil\Subscriptions\Settings\CatchUp;
use Counterfoil\Subscriptions\Settings\LastStep;
use Counterfoil\Subscriptions\Settings\RenewalNotice;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Settings\Renewing;
use Counterfoil\Subscriptions\Settings\UpdateRenewing;

final readonly class RenewingController
{
    public function __construct(private RenewalSettings $settings, private UpdateRenewing $update)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        return self::answer($this->settings->get());
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $days = array_values(array_unique($request->body['retry_days']));
        sort($days);
        $known = $this->settings->get();

        return self::answer($this->update->handle(new Renewing(
            $request->body['lead_days'],
            CatchUp::from($request->body['catch_up']),
            $days,
            LastStep::from($request->body['last_step']),
            $request->body['grace_days'],
            Input::text($request->body['suspended_words'] ?? $known->suspended_words),
            BilledBy::from($request->body['billed_by'] ?? $known->billed_by->value),
            $request->body['card_notice_days'] ?? $known->card_notice_days,
            RenewalNotice::from($request->body['renewal_notice'] ?? $known->renewal_notice->value),
            $request->body['renewal_notice_days'] ?? $known->renewal_notice_days,
        ), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    private static function answer(Renewing $renewing): array
    {
        return [
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
        ];
    }
}
