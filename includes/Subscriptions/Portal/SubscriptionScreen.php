<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Closure;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\InvoicesView;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\ChargedAmounts;
use Counterfoil\Subscriptions\MethodsOfSubscriptions;
use Counterfoil\Subscriptions\PriceRises\PriceRiseRepository;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Requests\RequestRepository;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** One subscription of the client: what it is, what comes next, its bills; and the request to cancel it. */
final readonly class SubscriptionScreen implements Screen
{
    public const WORD = 'subscription';

    /** Bills that are shown. */
    private const BILLS = 24;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private SubscriptionRepository $subscriptions,
        private SubscriptionRows $rows,
        private ChargedAmounts $amounts,
        private RenewalRepository $renewals,
        private InvoiceRepository $invoices,
        private InvoiceItems $items,
        private RequestRepository $requests,
        private KeptMethodRepository $methods,
        private TakeForm $form,
        private RequestForm $request_form,
        private PriceRiseRepository $rises,
        private PortalUrls $urls,
        private Closure $calendar,
    ) {
    }

    public function needs(): string
    {
        return 'subscriptions.view';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        return $this->subscriptions->find((int) $location->id, Viewer::system())?->client_id;
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $subscription = $this->subscriptions->get((int) $location->id, $reader->viewer);
        $posted = $this->form->handle($reader, $subscription);
        if ($posted->was_request && $posted->refusal !== null && $reader->may('subscriptions.manage')) {
            return $this->request_form->opened($reader, $subscription, $posted);
        }

        return new OpenedScreen(
            $subscription->name(),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => Template::draw(__DIR__ . '/templates/subscription.php', $this->view($reader, $this->subscriptions->get($subscription->id, $reader->viewer), $posted, $language))),
            $posted->status(),
            tab: SubscriptionsScreen::WORD
        );
    }

    private function view(Reader $reader, Subscription $subscription, PostedRequest $posted, DocumentLanguage $language): SubscriptionView
    {
        $row = $this->rows->of([$subscription], $reader->portal, $reader->viewer, $language)[0];
        $totals = $this->amounts->of([$subscription])[$subscription->id];
        $latest = $this->requests->latest_of([$subscription->id], $reader->viewer)[$subscription->id] ?? null;

        return new SubscriptionView(
            $row,
            "{$row->amount} {$row->rhythm}",
            self::facts($subscription, $row, $reader->may('billing.view') ? $this->method($reader, $subscription) : '', $this->planned($subscription, $language), $language),
            self::items($subscription, $totals, $language),
            [...self::sums($subscription, $totals, $language), ...$this->with_coupon($subscription, $language)],
            CouponWords::terms($subscription),
            RequestNews::of($subscription, $latest, $language, ($this->calendar)()),
            $latest?->is_open() === true && $reader->may('subscriptions.manage'),
            $this->urls->to($reader->portal, SubscriptionsScreen::WORD),
            $this->urls->to($reader->portal, self::WORD, ['id' => $subscription->id]),
            wp_create_nonce(TakeForm::nonce($subscription)),
            $posted->done,
            $posted->error(),
            $reader->may('billing.view') ? $this->bills($reader, $subscription, $language) : null,
        );
    }

    /**
     * @param array<string, string> $planned
     * @return list<array{label: string, value: string}>
     */
    private static function facts(Subscription $subscription, SubscriptionRow $row, string $method, array $planned, DocumentLanguage $language): array
    {
        $last = $subscription->ended_on ?? $subscription->last_day_known();
        $facts = [
            __('Next renewal', 'counterfoil') => $row->next,
            ...$planned,
            __('Payment method', 'counterfoil') => $method,
            __('Started', 'counterfoil') => $row->started,
            __('Trial until', 'counterfoil') => $subscription->trial_until === null ? '' : $language->day(Calendar::add_days($subscription->trial_until, -1)),
            __('Billed until', 'counterfoil') => $subscription->billed_until === null || $subscription->ended_on !== null ? '' : $language->day($subscription->billed_until),
            __('Resumes on', 'counterfoil') => $subscription->resume_on === null ? '' : $language->day($subscription->resume_on),
            ($subscription->ended_on === null ? __('Last day', 'counterfoil') : __('Ended on', 'counterfoil')) => $last === null ? '' : $language->day($subscription->ended_on ?? Calendar::add_days($last, -1)),
        ];

        $known = array_filter($facts, static fn (string $value): bool => $value !== '');

        return array_map(static fn (string $label, string $value): array => ['label' => $label, 'value' => $value], array_keys($known), array_values($known));
    }

    /**
     * What a period will cost, where that is to change; a price that goes up not before the client was told.
     *
     * @return array<string, string>
     */
    private function planned(Subscription $subscription, DocumentLanguage $language): array
    {
        $planned = $subscription->planned;
        if ($planned === null || ($subscription->ends_on !== null && $subscription->ends_on <= $planned->on) || ($planned->price_rise_id !== null && $this->rises->is_untold($planned->price_rise_id))) {
            return [];
        }
        $then = $subscription->with(['items' => $planned->items, 'interval' => $planned->interval]);

        /* translators: %s: date */
        return [sprintf(__('Price from %s', 'counterfoil'), $language->day($planned->on)) => SubscriptionRows::amount($then, $this->amounts->of([$then])[$then->id], $language) . ' ' . $then->interval->sentence()];
    }

    /** "Visa 4242"; empty where each bill is paid by the client */
    private function method(Reader $reader, Subscription $subscription): string
    {
        return MethodsOfSubscriptions::charged($subscription, $this->methods->of_client($subscription->client_id, $reader->viewer))->label ?? '';
    }

    /** @return list<array{what: string, amount: string}> */
    private static function items(Subscription $subscription, InvoiceTotals $totals, DocumentLanguage $language): array
    {
        return array_map(static fn (SubscriptionItem $item, int $i): array => [
            /* translators: 1: quantity, 2: what it is */
            'what' => $item->quantity === '1' ? $item->description : sprintf(__('%1$s × %2$s', 'counterfoil'), $language->numbers->decimal($item->quantity), $item->description),
            'amount' => $language->numbers->money(new Money($totals->amounts[$i], $subscription->currency)),
        ], $subscription->items, array_keys($subscription->items));
    }

    /** @return list<array{label: string, amount: string}> */
    private static function sums(Subscription $subscription, InvoiceTotals $totals, DocumentLanguage $language): array
    {
        $money = static fn (int $amount): string => $language->numbers->money(new Money($amount, $subscription->currency));
        $tax = $totals->tax === 0 ? [] : [['label' => $subscription->tax_mode === TaxMode::Inclusive ? __('Tax included', 'counterfoil') : __('Tax', 'counterfoil'), 'amount' => $money($totals->tax)]];

        return count($subscription->items) > 1 || $tax !== [] ? [...$tax, ['label' => __('Total', 'counterfoil'), 'amount' => $money($totals->total)]] : [];
    }

    /** @return list<array{label: string, amount: string}> what a period comes to while its coupon counts */
    private function with_coupon(Subscription $subscription, DocumentLanguage $language): array
    {
        $coupon = CouponWords::counting($subscription);
        if ($coupon === null) {
            return [];
        }
        $total = $this->amounts->of([$subscription], with_coupons: true)[$subscription->id]->total;

        /* translators: %s: code of a coupon */
        return [['label' => sprintf(__('With coupon %s', 'counterfoil'), $coupon->code), 'amount' => $language->numbers->money(new Money($total, $subscription->currency))]];
    }

    private function bills(Reader $reader, Subscription $subscription, DocumentLanguage $language): InvoicesView
    {
        $ids = array_values(array_filter(array_map(static fn (Renewal $renewal): ?int => $renewal->invoice_id, $this->renewals->of_subscription($subscription->id, self::BILLS))));
        $found = $this->invoices->by_ids($ids, $reader->viewer);
        $issued = array_values(array_filter(array_map(static fn (int $id): ?Invoice => $found[$id] ?? null, $ids), static fn (?Invoice $one): bool => $one !== null && ! $one->is_draft()));

        return new InvoicesView($this->items->of($issued, $reader->portal, $language, $reader->may('billing.manage')));
    }
}
