<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

/** A page of subscriptions, or of what was billed once. */
final readonly class SubscriptionsView
{
    /**
     * @param list<array{label: string, url: string, is_current: bool}> $tabs none in a block
     * @param list<SubscriptionRow> $rows
     * @param list<array{what: string, about: string, date: string, amount: string, tax: string, number: string, url: string, look: string, state: string}>|null $once null where subscriptions are shown
     */
    public function __construct(
        public array $tabs,
        public array $rows,
        public ?array $once,
        /** What is said where there is none */
        public string $empty_title,
        public string $empty_text,
        /** Of ended ones: without the next renewal */
        public bool $is_inactive = false,
        /** The first page, seen from a later one */
        public ?string $newest_url = null,
        public ?string $older_url = null,
    ) {
    }
}
