<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\PaperField;
use Counterfoil\ExchangeRates\ExchangeRate;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Money\Money;

/** Puts an invoice's facts into words, in one language: what is seen on the paper. */
final readonly class InvoiceWording
{
    public function __construct(private InvoiceFacts $facts, private DocumentLanguage $language)
    {
    }

    public function paper(): Paper
    {
        $facts = $this->facts;
        $total = $facts->totals->total;
        $parties = new PartyWording($facts->seller, $facts->buyer, $this->language, $facts->shows(...));

        return Paper::from_array([
            'locale' => $this->language->tag(),
            'direction' => $this->language->direction,
            'title' => $this->title(),
            'headline' => $this->headline($total),
            'page' => $facts->design->page->value,
            'accent' => $facts->design->accent !== '' ? $facts->design->accent : $facts->portal->colour,
            'logo' => $facts->shows(PaperField::Logo) ? $facts->logo?->to_array() : null,
            'seller' => $parties->seller(),
            'buyer' => $parties->buyer(),
            'facts' => $this->particulars(),
            ...$this->table(),
            'totals' => (new TotalsWording($facts, $this->language))->rows(),
            'notes' => [...$this->disclaimer(), ...TaxWording::of($facts, $this->language)->notes(), ...self::exchange($facts->exchange, $this->language)],
            'message' => $facts->terms->message !== '' && $facts->shows(PaperField::Message) ? $facts->terms->message : null,
            'pay_hint' => $total > 0 && $facts->can_be_paid_online && $facts->shows(PaperField::PayLink) ? ['text' => __('Pay online', 'counterfoil'), 'url' => $facts->pay_url] : null,
            'transfer' => $facts->shows(PaperField::BankDetails) ? (new TransferWording($facts))->block() : null,
            'footer' => $facts->design->footer === '' ? null : $facts->design->footer,
            /* translators: 1: page number, 2: number of pages */
            'page_label' => __('Page %1$d of %2$d', 'counterfoil'),
        ]);
    }

    private function headline(int $total): string
    {
        return match (true) {
            $total === 0 => __('Nothing to pay', 'counterfoil'),
            ! $this->facts->shows(PaperField::DueDate) => $this->money($total),
            /* translators: 1: amount of money, 2: date */
            default => sprintf(__('%1$s due %2$s', 'counterfoil'), $this->money($total), $this->language->day($this->facts->terms->due_date)),
        };
    }

    private function title(): string
    {
        return match (true) {
            $this->facts->number === null => $this->is_pro_forma() ? __('Draft pro forma invoice', 'counterfoil') : __('Draft invoice', 'counterfoil'),
            /* translators: %s: number of the pro forma invoice */
            $this->is_pro_forma() => sprintf(__('Pro forma invoice %s', 'counterfoil'), $this->facts->number),
            /* translators: %s: invoice number */
            default => sprintf(__('Invoice %s', 'counterfoil'), $this->facts->number),
        };
    }

    private function is_pro_forma(): bool
    {
        return $this->facts->terms->kind === DocumentKind::ProForma;
    }

    /** @return list<string> the first of a pro-forma's notes */
    private function disclaimer(): array
    {
        return $this->is_pro_forma() ? [__('This is not a VAT invoice. You will receive an invoice once this pro forma is paid in full.', 'counterfoil')] : [];
    }

    /** @return list<string> the VAT in the currency it is declared in, and at which rate */
    public static function exchange(?VatInOwnCurrency $exchange, DocumentLanguage $language): array
    {
        $rate = $exchange?->rate;
        if ($exchange === null || $rate === null || $exchange->tax === null) {
            return [];
        }
        $words = [
            $rate->to,
            $language->numbers->money($exchange->tax),
            "1 {$rate->from} = {$language->numbers->decimal($rate->value)} {$rate->to}",
            implode(', ', array_filter([strtoupper($rate->source === ExchangeRate::TYPED ? '' : $rate->source) . ($rate->table === '' ? '' : " {$rate->table}"), $language->day($rate->day)])),
        ];

        /* translators: 1: currency code, 2: amount of VAT in it, 3: "1 EUR = 4.253 PLN", 4: who published that rate and when */
        return [sprintf(__('VAT in %1$s: %2$s (%3$s; %4$s)', 'counterfoil'), ...$words)];
    }

    /** @return list<array{label: string, value: string}> */
    private function particulars(): array
    {
        $facts = $this->facts;
        $reference = $facts->terms->buyer_reference !== '' ? $facts->terms->buyer_reference : $facts->buyer->profile->reference ?? '';
        $rows = [
            [$this->is_pro_forma() ? __('Pro forma number', 'counterfoil') : __('Invoice number', 'counterfoil'), $facts->number, null],
            [__('Issue date', 'counterfoil'), $facts->issue_date === null ? null : $this->language->day($facts->issue_date), null],
            [__('Due date', 'counterfoil'), $this->language->day($facts->terms->due_date), PaperField::DueDate],
            [...$this->supply($facts->terms->supply), PaperField::Supply],
            [__('Your reference', 'counterfoil'), $reference === '' ? null : $reference, PaperField::Reference],
            [__('Purchase order', 'counterfoil'), $facts->terms->purchase_order === '' ? null : $facts->terms->purchase_order, PaperField::PurchaseOrder],
            [__('Website', 'counterfoil'), $facts->website?->name, PaperField::Website],
        ];
        $shown = [];
        foreach ($rows as [$label, $value, $field]) {
            if ($value !== null && ($field === null || $facts->shows($field))) {
                $shown[] = ['label' => $label, 'value' => $value];
            }
        }

        return $shown;
    }

    /** @return array{columns: array<string, string|null>, lines: list<array<string, string|null>>} */
    private function table(): array
    {
        $lines = $this->facts->terms->lines;
        $taxes = TaxWording::of($this->facts, $this->language);
        $has_discount = array_filter($lines, static fn (InvoiceLine $line): bool => $line->discount !== null) !== [];

        return [
            'columns' => [
                'description' => __('Description', 'counterfoil'),
                'quantity' => __('Qty', 'counterfoil'),
                'unit_price' => __('Unit price', 'counterfoil'),
                'discount' => $has_discount ? __('Discount', 'counterfoil') : null,
                'tax' => $taxes->column(),
                'amount' => __('Amount', 'counterfoil'),
            ],
            'lines' => array_map(fn (InvoiceLine $line, int $amount): array => [
                'description' => $line->description,
                'detail' => $this->detail($line),
                'quantity' => UnitWording::quantity($line->quantity, $line->unit_code, $this->language->numbers),
                'unit_price' => $this->money($line->unit_price),
                'discount' => $line->discount === null ? null : $this->discount($line->discount),
                'tax' => $taxes->of_line($line->tax),
                'amount' => $this->money($amount),
            ], $lines, $this->facts->totals->amounts),
        ];
    }

    /** How often, and when: of a line of a plan, of one with a period of its own. */
    private function detail(InvoiceLine $line): ?string
    {
        [, $period] = $this->supply(new Supply($line->supply_from, $line->supply_to));
        $rhythm = $line->interval_unit === null ? null : ucfirst((new Interval($line->interval_unit, (int) $line->interval_count))->sentence());

        return $rhythm === null || $period === null ? $rhythm ?? $period : "{$rhythm} · {$period}";
    }

    /** @return array{string, string|null} what it is called, and the day or the days */
    private function supply(Supply $supply): array
    {
        $is = $supply->to_array();

        return match (true) {
            $is['date'] !== null => [__('Supply date', 'counterfoil'), $this->language->day($is['date'])],
            $is['from'] !== null && $is['to'] !== null => [__('Supply period', 'counterfoil'), "{$this->language->day($is['from'])} – {$this->language->day($is['to'])}"],
            $is['to'] !== null => [__('Supply date', 'counterfoil'), $this->language->day($is['to'])],
            default => ['', null],
        };
    }

    private function discount(Discount $discount): string
    {
        return $discount->percent !== null ? $this->language->percent($discount->percent) : $this->money(-(int) $discount->amount);
    }

    private function money(int $amount): string
    {
        return $this->language->numbers->money(new Money($amount, $this->facts->totals->currency));
    }
}
