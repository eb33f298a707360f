<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;

/** What staff types to raise prices, checked as far as that needs no database. */
final readonly class PriceRiseTerms
{
    /** @param list<int> $subscription_ids empty where it is all those of a plan */
    private function __construct(
        public array $subscription_ids,
        public ?int $plan_id,
        public Increase $increase,
        /** "2026-03-31" */
        public string $from,
        /** Days before the first one at the new price on which the client is told */
        public int $notice_days,
        /** In the agency's words; may be empty */
        public string $message,
    ) {
    }

    /**
     * @param array<string, mixed> $body as the contract's priceRiseInput has it
     * @throws DomainError 400 naming each field
     */
    public static function from_wire(array $body, string $today): self
    {
        $fields = [];
        if (! Timestamps::is_day($body['from'])) {
            $fields['/from'] = __('This day doesn’t exist. Enter a date such as 2026-11-30.', 'counterfoil');
        } elseif ($body['from'] < Calendar::add_days($today, max(1, $body['notice_days']))) {
            $fields['/from'] = sprintf(
                /* translators: %d: number of days */
                _n('Choose a day at least %d day ahead, so that clients are told in time.', 'Choose a day at least %d days ahead, so that clients are told in time.', max(1, $body['notice_days']), 'counterfoil'),
                max(1, $body['notice_days'])
            );
        }
        $ids = array_values(array_unique($body['subscriptions']));
        if ($ids === [] && $body['plan_id'] === null) {
            $fields['/plan_id'] = __('Choose a plan.', 'counterfoil');
        }

        return $fields === []
            ? new self($body['plan_id'] === null ? $ids : [], $body['plan_id'], Increase::from_wire($body['value']), $body['from'], $body['notice_days'], Input::text($body['message']))
            : throw DomainError::invalid_fields($fields);
    }
}
