<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Coupons\CheckCoupon;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\AppliedCoupon;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Recipients\BillRecipients;
use Counterfoil\Invoices\Supply;
use Counterfoil\Products\Plan;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** Holds what was typed against what there is: the client, its websites, the plans. */
final readonly class TermsCheck
{
    /** @param Closure(?Client): DocumentKind $usual what a client gets where a bill says nothing else */
    public function __construct(
        private ClientRepository $clients,
        private WebsiteRepository $websites,
        private PlanRepository $plans,
        private BillRecipients $recipients,
        private CheckCoupon $coupons,
        private Closure $usual,
    ) {
    }

    /**
     * @param Client|null $client its client, where it is known already
     * @return InvoiceTerms the same, its lines with their plan's interval, its coupon, and which kind of document it is
     * @throws DomainError 400 naming each field
     */
    public function check(InvoiceTerms $terms, ?Client $client = null): InvoiceTerms
    {
        $wrong = [];
        if (! Timestamps::is_day($terms->due_date)) {
            $wrong['/due_date'] = __('The due date doesn’t exist. Enter a date such as 2026-11-30.', 'counterfoil');
        }
        if (! $terms->supply->is_in_order()) {
            $wrong['/supply'] = __('The end date is before the start date. Check both dates.', 'counterfoil');
        }
        if ($client?->id !== $terms->client_id) {
            $client = $terms->client_id === null ? null : $this->clients->find($terms->client_id, Viewer::system());
        }
        if ($terms->client_id !== null && $client === null) {
            $wrong += self::no_such_client()->fields;
        }
        if ($terms->website_id !== null && $this->websites->find($terms->website_id, Viewer::system())?->client_id !== $terms->client_id) {
            $wrong['/website_id'] = __('This website doesn’t belong to the client. Choose another website.', 'counterfoil');
        }
        $plans = $this->plans->by_ids(self::plan_ids($terms));
        $lines = [];
        $of_lines = [];
        foreach ($terms->lines as $i => $line) {
            $of_lines[] = $plan = $line->plan_id === null ? null : $plans[$line->plan_id] ?? null;
            if ($line->plan_id !== null && $plan === null) {
                $wrong["/lines/{$i}/plan_id"] = __('This plan no longer exists. Choose another plan.', 'counterfoil');
            } elseif ($plan !== null && ! $plan->price->currency->equals($terms->currency)) {
                $wrong["/lines/{$i}/plan_id"] = sprintf(
                    /* translators: 1: currency code of the plan, 2: currency code of the invoice */
                    __('This plan is in %1$s, but the invoice is in %2$s. Choose another plan or change the currency.', 'counterfoil'),
                    $plan->price->currency->code,
                    $terms->currency->code
                );
            }
            if (! (new Supply($line->supply_from, $line->supply_to))->is_in_order()) {
                $wrong["/lines/{$i}/supply"] = __('The end date is before the start date. Check both dates.', 'counterfoil');
            }
            $lines[] = $line->of_plan($plan);
        }
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }

        return $terms->with_lines($lines)->with_coupon($this->coupon($terms, $of_lines))->of_kind($terms->kind ?? ($this->usual)($client));
    }

    /**
     * A draft that was saved with it keeps what it was worth then, as long as it can be used.
     *
     * @param list<Plan|null> $plans of its lines
     * @throws DomainError 400 at its field
     */
    private function coupon(InvoiceTerms $terms, array $plans): ?AppliedCoupon
    {
        if ($terms->coupon !== null) {
            $this->coupons->again($terms->coupon->id, $terms->coupon->code, $terms->client_id, $terms->currency, $plans);
        }

        return $terms->coupon ?? ($terms->coupon_code === '' ? null : AppliedCoupon::of(
            $this->coupons->handle($terms->coupon_code, $terms->client_id, $terms->currency, $plans),
            $terms->currency,
            $plans
        ));
    }

    /**
     * For a new draft like an earlier bill: its coupon as it is now, or none where it can't be used any more.
     *
     * @return array{InvoiceTerms, string} and why it is left out; empty when it is not
     */
    public function with_usable_coupon(InvoiceTerms $terms): array
    {
        if ($terms->coupon === null) {
            return [$terms, ''];
        }
        $plans = $this->plans->by_ids(self::plan_ids($terms));
        $of_lines = array_map(static fn (InvoiceLine $line): ?Plan => $plans[$line->plan_id] ?? null, $terms->lines);
        try {
            $coupon = $this->coupons->again($terms->coupon->id, $terms->coupon->code, $terms->client_id, $terms->currency, $of_lines);
            $now = $terms->with_coupon(AppliedCoupon::of($coupon, $terms->currency, $of_lines));
            // It may be worth more now than the discounts beside it leave.
            $now->totals();

            return [$now, ''];
        } catch (DomainError $error) {
            return [$terms->with_coupon(null), $error->getMessage()];
        }
    }

    /** @return list<int> */
    private static function plan_ids(InvoiceTerms $terms): array
    {
        return array_values(array_unique(array_filter(array_map(static fn (InvoiceLine $line): ?int => $line->plan_id, $terms->lines))));
    }

    public static function no_such_client(): DomainError
    {
        return DomainError::invalid_fields(['/client_id' => __('This client no longer exists. Choose another client.', 'counterfoil')]);
    }

    /**
     * What a draft may lack and an invoice may not.
     *
     * @param string $today in the business's time zone, "2026-03-31"
     * @param int|null $invoice_id for which others may have been chosen than for its client
     * @return non-empty-list<array{email: string, name: string, locale: string, copy: string}> whom it is mailed to
     * @throws DomainError 400 naming each field
     */
    public function check_complete(InvoiceTerms $terms, Business $seller, Client $client, string $today, ?int $invoice_id = null): array
    {
        $wrong = TaxCheck::problems($terms, $seller, $client);
        if ($terms->lines === []) {
            $wrong['/lines'] = __('This invoice has no lines yet. Add a line.', 'counterfoil');
        }
        if ($terms->kind === DocumentKind::ProForma && $terms->lines !== [] && $terms->totals()->total === 0) {
            $wrong['/kind'] = __('A pro forma invoice needs an amount to pay. Send this as an invoice instead.', 'counterfoil');
        }
        if ($terms->due_date < $today) {
            $wrong['/due_date'] = __('The due date has passed. Choose today or a later date.', 'counterfoil');
        }
        $recipients = $this->recipients->of($invoice_id, $client);
        if (BillRecipients::is_nobody($recipients)) {
            $wrong['/client_id'] = $this->recipients->why_nobody($client);
        }
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }

        return $recipients !== [] ? $recipients : throw DomainError::not_found();
    }
}
