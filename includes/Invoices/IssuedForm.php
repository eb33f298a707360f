<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Documents\GivenNumber;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;
use LogicException;

/**
 * What is copied into an invoice when it is issued: who sold, who bought, what, at which tax and why, and the
 * paper itself. What an electronic invoice will ask for is in it from the first day, for it can't be added later
 * (EN 16931; the terms are named beside the fields). Of shape 2; see StoredForm before changing it.
 */
final readonly class IssuedForm
{
    /** @param string|null $logo the hash of the picture on its paper */
    public function __construct(private InvoiceFacts $facts, private Paper $paper, private ?string $logo, private string $issue_date)
    {
    }

    public function with(GivenNumber $number, DateTimeImmutable $issued_at): StoredForm
    {
        $terms = $this->facts->terms;
        $buyer = $this->facts->buyer;

        return StoredForm::of([
            'kind' => $number->kind->value,
            'number' => $number->text,
            'series' => ['period' => $number->period, 'sequence' => $number->sequence],
            'issue_date' => $this->issue_date,
            'issued_at' => Timestamps::to_row($issued_at),
            'due_date' => $terms->due_date,
            // BT-72, BG-14
            'supply' => $terms->supply->to_array(),
            'currency' => $this->facts->totals->currency->code,
            'tax_mode' => $terms->tax_mode->value,
            'locale' => $this->facts->locale(),
            'seller' => $this->seller(),
            'buyer' => $buyer === null ? null : self::buyer($buyer),
            // BT-10
            'buyer_reference' => $terms->buyer_reference !== '' ? $terms->buyer_reference : $buyer->profile->reference ?? '',
            // BT-13
            'purchase_order' => $terms->purchase_order,
            // BT-20
            'payment_terms' => $terms->payment_terms,
            'website' => $this->facts->website === null ? null : ['name' => $this->facts->website->name, 'url' => $this->facts->website->url],
            'lines' => array_map($this->line(...), $terms->lines, $this->facts->totals->amounts, $this->facts->totals->coupon_shares),
            'discount' => $terms->discount?->to_wire(),
            'coupon' => $terms->coupon?->with_amount($this->facts->totals->coupon())->to_wire($this->facts->totals->currency),
            'message' => $terms->message,
            'totals' => $this->totals(),
            // BT-6, BT-111
            'tax_exchange' => $this->facts->exchange?->to_wire(),
            'design' => $this->facts->design->to_wire(),
            'paper' => ['logo' => $this->logo === null ? null : ['sha256' => $this->logo]] + $this->paper->numbered($number->text)->to_array(),
        ]);
    }

    /** @return array<string, mixed> */
    private function seller(): array
    {
        $seller = $this->facts->seller;

        return [
            'name' => $seller->name,
            'email' => $seller->email,
            'phone' => $seller->phone,
            'website' => $seller->website,
            'address' => $seller->address->to_array(),
            'country' => $seller->address->country,
            // As it is printed; the numbers by themselves follow.
            'tax_id' => $seller->tax_id,
            'vat_id' => $seller->vat_id(),
        ] + $seller->legal->to_array();
    }

    /** @return array<string, mixed> */
    private static function buyer(Client $buyer): array
    {
        $profile = $buyer->profile;

        return [
            'name' => $buyer->name,
            'email' => $buyer->email,
            'phone' => $buyer->phone,
            'address' => $buyer->address->to_array(),
            'country' => $buyer->address->country,
            'kind' => $profile->kind->value,
            'tax_id' => $buyer->tax_id,
            'vat_id' => $buyer->vat_id(),
            'tax_number' => $profile->tax_number,
            'registration_number' => $profile->registration_number,
            'registration_scheme' => $profile->registration_scheme,
        ];
    }

    /** @return array<string, mixed> */
    private function line(InvoiceLine $line, int $amount, int $coupon_share): array
    {
        return [
            'plan_id' => $line->plan_id,
            'description' => $line->description,
            'quantity' => $line->quantity,
            // BT-130
            'unit_code' => $line->unit_code,
            'unit_price' => $line->unit_price,
            'discount' => $line->discount?->to_wire(),
            'amount' => $amount,
            'coupon_share' => $coupon_share,
            'tax' => self::tax($line->tax),
            // BG-26
            'supply' => (new Supply($line->supply_from, $line->supply_to))->to_array(),
            'interval' => $line->interval_unit === null ? null : ['unit' => $line->interval_unit, 'count' => $line->interval_count],
        ];
    }

    /** @return array<string, mixed> minor units */
    private function totals(): array
    {
        $totals = $this->facts->totals;
        $taxes = array_map(static fn (TaxSum $sum): array => self::tax($sum->tax) + ['base' => $sum->base, 'amount' => $sum->amount], $totals->taxes);

        return [
            'subtotal' => $totals->subtotal,
            'discount' => $totals->discount,
            'net' => $totals->net,
            'taxes' => $taxes,
            'tax' => $totals->tax,
            'total' => $totals->total,
        ];
    }

    /** @return array<string, string|null> BT-151, BT-152, BT-120, BT-121 */
    private static function tax(?Tax $tax): array
    {
        return $tax?->to_wire() ?? throw new LogicException('A line without a tax was issued.');
    }
}
