<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** What can be typed about a plan, tidied and checked. */
final readonly class PlanDetails
{
    public function __construct(
        public string $name,
        public Money $price,
        public PlanType $type,
        public ?Interval $interval = null,
        public string $unit = '',
        public ?int $tax_rate_id = null,
        /** Free days before the first paid one */
        public int $trial_days = 0,
        /** Minor units, once, on the first bill */
        public int $setup_fee = 0,
        /** How many periods are billed; null without end */
        public ?int $cycles = null,
    ) {
    }

    /**
     * @param array<string, mixed> $body fits the contract
     * @param string $pointer where the plan is in the request, "/plans/0"; empty when it is all of it
     * @throws DomainError 400
     */
    public static function from_body(array $body, string $pointer = ''): self
    {
        $type = PlanType::from($body['type']);
        if ($type === PlanType::Recurring && $body['interval'] === null) {
            throw DomainError::invalid(__('Choose how often this recurring plan is billed.', 'counterfoil'), "{$pointer}/interval");
        }
        if ($type === PlanType::OneTime && $body['interval'] !== null) {
            throw DomainError::invalid(__('A one-time plan can’t have a billing interval. Remove the interval or make the plan recurring.', 'counterfoil'), "{$pointer}/interval");
        }
        foreach (['trial_days' => 0, 'setup_fee' => 0, 'cycles' => null] as $name => $none) {
            if ($type === PlanType::OneTime && ($body[$name] ?? $none) !== $none) {
                throw DomainError::invalid(__('Only a recurring plan can have a trial, a set-up fee or a number of periods.', 'counterfoil'), "{$pointer}/{$name}");
            }
        }
        if (! in_array($body['price']['currency'], Currency::codes(), true)) {
            throw DomainError::invalid(__('This currency isn’t supported. Choose one from the list.', 'counterfoil'), "{$pointer}/price/currency");
        }

        return new self(
            Input::line($body['name']),
            Money::from_wire($body['price']),
            $type,
            $body['interval'] === null ? null : new Interval($body['interval']['unit'], $body['interval']['count']),
            $body['unit_code'] ?? '',
            $body['tax_rate_id'] ?? null,
            $body['trial_days'] ?? 0,
            $body['setup_fee'] ?? 0,
            $body['cycles'] ?? null,
        );
    }
}
