<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Closure;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\ChargedAmounts;
use Counterfoil\Subscriptions\OverdueBills;
use Counterfoil\Subscriptions\Requests\CancellationRequest;
use Counterfoil\Subscriptions\Requests\RequestCancellation;
use Counterfoil\Subscriptions\Requests\RequestRepository;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionState;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Websites\WebsiteRepository;

/** Subscriptions in words, for lists and blocks: a page of them costs as many queries as one. */
final readonly class SubscriptionRows
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(
        private ChargedAmounts $amounts,
        private OverdueBills $overdue,
        private WebsiteRepository $websites,
        private RequestRepository $requests,
        private PortalUrls $urls,
        private Closure $today,
    ) {
    }

    /**
     * @param list<Subscription> $subscriptions of one client
     * @return list<SubscriptionRow> in their order
     */
    public function of(array $subscriptions, Portal $portal, Viewer $viewer, DocumentLanguage $language): array
    {
        $ids = array_map(static fn (Subscription $one): int => $one->id, $subscriptions);
        $amounts = $this->amounts->of($subscriptions);
        $overdue = $this->overdue->among($ids);
        $requests = $this->requests->latest_of($ids, $viewer);
        $websites = $this->websites->by_ids(array_values(array_unique(array_filter(array_map(static fn (Subscription $one): ?int => $one->website_id, $subscriptions)))), $viewer);
        $today = ($this->today)();

        return array_map(function (Subscription $one) use ($portal, $viewer, $language, $amounts, $overdue, $requests, $websites, $today): SubscriptionRow {
            $state = SubscriptionState::of($one, isset($overdue[$one->id]), $today);
            $is_requested = ($requests[$one->id] ?? null)?->is_open() === true;

            return new SubscriptionRow(
                $one->id,
                $one->name(),
                implode(' · ', array_filter([$websites[$one->website_id]->name ?? '', self::products(count($one->items)), CouponWords::name($one)], static fn (string $part): bool => $part !== '')),
                self::look($state),
                self::word($state),
                $is_requested ? __('Cancellation requested', 'counterfoil') : self::note($one, $state, $language),
                self::amount($one, $amounts[$one->id], $language),
                $one->interval->sentence(),
                self::next($one, $language),
                $language->day($one->started_on),
                $one->ended_on === null ? '' : $language->day($one->ended_on),
                $this->urls->to($portal, SubscriptionScreen::WORD, ['id' => $one->id]),
                $viewer->may('billing.view') ? $this->urls->to($portal, SubscriptionScreen::WORD, ['id' => $one->id]) . '#cf-invoices' : null,
                self::may_request($one, $requests[$one->id] ?? null, $viewer) ? $this->urls->to($portal, RequestScreen::WORD, ['id' => $one->id]) : null,
            );
        }, $subscriptions);
    }

    /** Whether a cancellation would be taken: what would be refused is not offered. */
    public static function may_request(Subscription $subscription, ?CancellationRequest $latest, Viewer $viewer): bool
    {
        return $viewer->may('subscriptions.manage') && $latest?->is_open() !== true && RequestCancellation::refusal($subscription) === null;
    }

    public static function amount(Subscription $subscription, InvoiceTotals $totals, DocumentLanguage $language): string
    {
        return $language->numbers->money(new Money($totals->total, $subscription->currency));
    }

    /** The first day of the next period; empty where nothing follows, or not before it goes on. */
    public static function next(Subscription $subscription, DocumentLanguage $language): string
    {
        $next = $subscription->status === SubscriptionStatus::Active ? $subscription->next()?->from : null;

        return $next === null ? '' : $language->day($next);
    }

    public static function word(SubscriptionState $state): string
    {
        return match ($state) {
            SubscriptionState::Scheduled => _x('Scheduled', 'subscription', 'counterfoil'),
            SubscriptionState::Trial => __('Trial', 'counterfoil'),
            SubscriptionState::Active => _x('Active', 'subscription', 'counterfoil'),
            SubscriptionState::Overdue => __('Overdue', 'counterfoil'),
            SubscriptionState::Paused => __('Paused', 'counterfoil'),
            SubscriptionState::Cancelled => _x('Canceled', 'subscription', 'counterfoil'),
        };
    }

    public static function look(SubscriptionState $state): string
    {
        return match ($state) {
            SubscriptionState::Scheduled, SubscriptionState::Trial => 'due',
            SubscriptionState::Active => 'paid',
            SubscriptionState::Overdue => 'overdue',
            SubscriptionState::Paused, SubscriptionState::Cancelled => 'void',
        };
    }

    /** What is known of days to come, the most important first; may be empty. */
    public static function note(Subscription $subscription, SubscriptionState $state, DocumentLanguage $language): string
    {
        $last = $subscription->last_day_known();

        return match (true) {
            $subscription->ended_on !== null => '',
            /* translators: %s: date */
            $last !== null => sprintf(__('Runs until %s', 'counterfoil'), $language->day(Calendar::add_days($last, -1))),
            /* translators: %s: date */
            $state === SubscriptionState::Paused && $subscription->resume_on !== null => sprintf(__('Resumes on %s', 'counterfoil'), $language->day($subscription->resume_on)),
            /* translators: %s: date */
            $state === SubscriptionState::Trial => sprintf(__('Trial until %s', 'counterfoil'), $language->day(Calendar::add_days((string) $subscription->trial_until, -1))),
            /* translators: %s: date */
            $state === SubscriptionState::Scheduled => sprintf(__('Starts on %s', 'counterfoil'), $language->day($subscription->started_on)),
            default => '',
        };
    }

    private static function products(int $count): string
    {
        /* translators: %d: number of products */
        return $count < 2 ? '' : sprintf(_n('%d product', '%d products', $count, 'counterfoil'), $count);
    }
}
