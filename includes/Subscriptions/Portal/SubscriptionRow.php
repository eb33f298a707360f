<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

/** A subscription in a few words; each string is made. */
final readonly class SubscriptionRow
{
    public function __construct(
        public int $id,
        /** "Care plan, Hosting" */
        public string $name,
        /** "shop.example · 2 products · Coupon: WELCOME"; may be empty */
        public string $about,
        /** What decides the colour: paid, due, overdue, void */
        public string $look,
        /** "Overdue" */
        public string $state,
        /** "Runs until December 31, 2026"; may be empty */
        public string $note,
        public string $amount,
        /** "every month" */
        public string $rhythm,
        /** The day of the next renewal; empty where none follows */
        public string $next,
        public string $started,
        /** Empty while it has not ended */
        public string $ended,
        public string $url,
        /** Its invoices; null for readers who may not see any */
        public ?string $invoices_url,
        /** Null where it can't be asked for, or not by this reader */
        public ?string $cancel_url,
    ) {
    }
}
