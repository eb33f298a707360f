<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Starting;

use Counterfoil\Invoices\Discount;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Subscriptions\Term;

/** What staff types to start a subscription, tidied and checked as far as that needs no database. */
final readonly class SubscriptionDetails
{
    /** @param non-empty-list<SubscriptionItem> $items */
    private function __construct(
        public int $client_id,
        public ?int $website_id,
        public Currency $currency,
        public TaxMode $tax_mode,
        public Interval $interval,
        /** "2026-03-31" */
        public string $starts_on,
        public int $trial_days,
        public ?int $cycles,
        public FirstBill $first_bill,
        public ?Term $term,
        public array $items,
        /** Of a coupon, as it was typed; empty for none */
        public string $coupon,
    ) {
    }

    /**
     * @param array<string, mixed> $body as the contract's subscriptionInput has it
     * @throws DomainError 400 naming each field
     */
    public static function from_wire(array $body): self
    {
        if (! Timestamps::is_day($body['starts_on'])) {
            throw DomainError::invalid(__('This day doesn’t exist. Enter a date such as 2026-11-30.', 'counterfoil'), '/starts_on');
        }

        return new self(
            $body['client_id'],
            $body['website_id'],
            Currency::of($body['currency']),
            TaxMode::from($body['tax_mode']),
            new Interval($body['interval']['unit'], $body['interval']['count']),
            $body['starts_on'],
            $body['trial_days'],
            $body['cycles'],
            FirstBill::from($body['first_bill']),
            Term::from_wire($body['term'] ?? null),
            self::items($body['items']),
            trim($body['coupon'] ?? ''),
        );
    }

    /**
     * @param list<array<string, mixed>> $items the contract's subscriptionItemInput
     * @return non-empty-list<SubscriptionItem>
     * @throws DomainError 400
     */
    public static function items(array $items): array
    {
        if ($items === []) {
            throw DomainError::invalid(__('Add at least one item.', 'counterfoil'), '/items');
        }

        return array_map(static fn (array $item): SubscriptionItem => new SubscriptionItem(
            $item['plan_id'],
            Input::line($item['description']),
            $item['quantity'],
            $item['unit_price'],
            $item['setup_fee'],
            Discount::from_wire($item['discount']),
            Tax::from_wire($item['tax']),
            $item['unit_code'] ?? '',
        ), $items);
    }
}
