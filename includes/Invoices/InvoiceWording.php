<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\Paper;
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

        return Paper::from_array([
            'locale' => $this->language->tag(),
            'direction' => $this->language->direction,
            /* translators: %s: invoice number */
            'title' => $facts->number === null ? __('Draft invoice', 'counterfoil') : sprintf(__('Invoice %s', 'counterfoil'), $facts->number),
            'headline' => $total === 0 ? __('Nothing to pay', 'counterfoil') : sprintf(
                /* translators: 1: amount of money, 2: date */
                __('%1$s due %2$s', 'counterfoil'),
                $this->money($total),
                $this->language->day($facts->terms->due_date)
            ),
            'accent' => $facts->portal->colour,
            'logo' => $facts->logo?->to_array(),
            'seller' => $this->seller(),
            'buyer' => $this->buyer(),
            'facts' => $this->particulars(),
            ...$this->table(),
            'totals' => (new TotalsWording($facts, $this->language))->rows(),
            'message' => $facts->terms->message === '' ? null : $facts->terms->message,
            'pay_hint' => $total > 0 && $facts->can_be_paid_online ? ['text' => __('Pay online', 'counterfoil'), 'url' => $facts->pay_url] : null,
            'transfer' => (new TransferWording($facts))->block(),
            'footer' => $facts->footer === '' ? null : $facts->footer,
            /* translators: 1: page number, 2: number of pages */
            'page_label' => __('Page %1$d of %2$d', 'counterfoil'),
        ]);
    }

    /** @return array{label: string, name: string, lines: list<string>} */
    private function seller(): array
    {
        $seller = $this->facts->seller;

        return [
            'label' => __('From', 'counterfoil'),
            'name' => $seller->name,
            'lines' => self::filled([
                ...$this->language->address($seller->address, $this->facts->buyer?->address->country ?? $seller->address->country),
                $this->tax_id($seller->tax_id),
                $seller->email,
                $seller->phone,
                (string) preg_replace('#^https?://|/$#', '', $seller->website),
            ]),
        ];
    }

    /** @return array{label: string, name: string, lines: list<string>} */
    private function buyer(): array
    {
        $buyer = $this->facts->buyer;
        $home = $this->facts->seller->address->country;

        return [
            'label' => __('Bill to', 'counterfoil'),
            'name' => $buyer === null ? __('No client chosen', 'counterfoil') : $buyer->name,
            'lines' => $buyer === null ? [] : self::filled([
                ...$this->language->address($buyer->address, $home),
                $this->tax_id($buyer->tax_id),
                $buyer->email,
            ]),
        ];
    }

    private function tax_id(string $tax_id): string
    {
        /* translators: %s: a tax identification number */
        return $tax_id === '' ? '' : sprintf(__('Tax ID %s', 'counterfoil'), $tax_id);
    }

    /** @return list<array{label: string, value: string}> */
    private function particulars(): array
    {
        $facts = $this->facts;
        $rows = [
            [__('Invoice number', 'counterfoil'), $facts->number],
            [__('Issue date', 'counterfoil'), $facts->issue_date === null ? null : $this->language->day($facts->issue_date)],
            [__('Due date', 'counterfoil'), $this->language->day($facts->terms->due_date)],
            [__('Website', 'counterfoil'), $facts->website?->name],
        ];
        $shown = [];
        foreach ($rows as [$label, $value]) {
            if ($value !== null) {
                $shown[] = ['label' => $label, 'value' => $value];
            }
        }

        return $shown;
    }

    /** @return array{columns: array<string, string|null>, lines: list<array<string, string|null>>} */
    private function table(): array
    {
        $lines = $this->facts->terms->lines;
        $names = array_values(array_unique(array_filter(array_map(static fn (InvoiceLine $line): ?string => $line->tax?->name, $lines))));
        $has_discount = array_filter($lines, static fn (InvoiceLine $line): bool => $line->discount !== null) !== [];

        return [
            'columns' => [
                'description' => __('Description', 'counterfoil'),
                'quantity' => __('Qty', 'counterfoil'),
                'unit_price' => __('Unit price', 'counterfoil'),
                'discount' => $has_discount ? __('Discount', 'counterfoil') : null,
                'tax' => match (count($names)) {
                    0 => null,
                    1 => $names[0],
                    default => __('Tax', 'counterfoil'),
                },
                'amount' => __('Amount', 'counterfoil'),
            ],
            'lines' => array_map(fn (InvoiceLine $line, int $amount): array => [
                'description' => $line->description,
                'detail' => $line->interval_unit === null ? null : ucfirst((new Interval($line->interval_unit, (int) $line->interval_count))->sentence()),
                'quantity' => $this->language->numbers->decimal($line->quantity),
                'unit_price' => $this->money($line->unit_price),
                'discount' => $line->discount === null ? null : $this->discount($line->discount),
                'tax' => $line->tax === null ? null : (count($names) > 1 ? "{$line->tax->name} " : '') . $this->language->percent($line->tax->rate),
                'amount' => $this->money($amount),
            ], $lines, $this->facts->totals->amounts),
        ];
    }

    private function discount(Discount $discount): string
    {
        return $discount->percent !== null ? $this->language->percent($discount->percent) : $this->money(-(int) $discount->amount);
    }

    private function money(int $amount): string
    {
        return $this->language->numbers->money(new Money($amount, $this->facts->totals->currency));
    }

    /**
     * @param list<string> $lines
     * @return list<string>
     */
    private static function filled(array $lines): array
    {
        return array_values(array_filter($lines, static fn (string $line): bool => $line !== ''));
    }
}
