<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Closure;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\OnItsWay;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;

/** Puts invoices into words for lists and headings. */
final readonly class InvoiceItems
{
    /**
     * @param Closure(): string $today in the business's time zone, "2026-03-31"
     */
    public function __construct(private PortalUrls $urls, private Closure $today, private OnlinePayment $online, private BankTransfers $transfers)
    {
    }

    /**
     * @param list<Invoice> $invoices
     * @return list<InvoiceItem>
     */
    public function of(array $invoices, Portal $portal, DocumentLanguage $language, bool $can_pay): array
    {
        $on_their_way = $this->online->on_their_way(array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices));

        $announced = $this->transfers->announced(Invoice::due_of($invoices));

        return array_map(fn (Invoice $invoice): InvoiceItem => $this->item($invoice, $portal, $language, $can_pay, $on_their_way[$invoice->id] ?? null, $announced[$invoice->id] ?? null), $invoices);
    }

    public function one(Invoice $invoice, Portal $portal, DocumentLanguage $language, bool $can_pay): InvoiceItem
    {
        return $this->of([$invoice], $portal, $language, $can_pay)[0];
    }

    private function item(Invoice $invoice, Portal $portal, DocumentLanguage $language, bool $can_pay, ?OnItsWay $on_its_way, ?string $announced_on): InvoiceItem
    {
        $today = ($this->today)();
        $state = $invoice->state($today);
        $is_on_its_way = $on_its_way !== null && $state->is_payable();
        $pays = $can_pay && ! $is_on_its_way && $invoice->is_payable() ? $this->pay_url($invoice, $portal) : null;

        return new InvoiceItem(
            (string) $invoice->number,
            $language->day((string) $invoice->issue_date),
            $language->day($invoice->due_date),
            $language->numbers->money($state->is_payable() ? $invoice->due() : $invoice->total()),
            $is_on_its_way ? 'processing' : $state->value,
            $is_on_its_way ? self::on_its_way($on_its_way->expected_on, $language) : self::label($state, $invoice->days_overdue($today)),
            $this->urls->invoice($portal, $invoice->id),
            $this->urls->pdf($portal, $invoice->id),
            $this->urls->download($portal, 'pdf', $invoice->id),
            $pays,
            /* translators: %s: amount of money */
            $pays === null ? '' : sprintf(__('Pay %s', 'counterfoil'), $language->numbers->money($invoice->due())),
            $is_on_its_way ? $language->numbers->money($on_its_way->amount) : '',
            $invoice->is_pro_forma() ? __('Pro forma', 'counterfoil') : '',
            /* translators: %s: date */
            $announced_on === null || $is_on_its_way ? '' : sprintf(__('Transfer announced on %s', 'counterfoil'), $language->day($announced_on)),
            $pays !== null && $this->online->is_offered($invoice->due()) ? $invoice->id : null,
        );
    }

    /** Where it is paid: online where that is offered, else where it says how to transfer it. */
    private function pay_url(Invoice $invoice, Portal $portal): ?string
    {
        return match (true) {
            $this->online->is_offered($invoice->due()) => $this->urls->pay($portal, $invoice->id),
            $this->transfers->is_offered($invoice->due()) => $this->urls->transfer($portal, $invoice->id),
            default => null,
        };
    }

    /** @param string|null $expected_on "2026-03-31" */
    private static function on_its_way(?string $expected_on, DocumentLanguage $language): string
    {
        return $expected_on === null
            ? __('Payment processing', 'counterfoil')
            /* translators: %s: date */
            : sprintf(__('On its way, expected by %s', 'counterfoil'), $language->day($expected_on));
    }

    public static function label(InvoiceState $state, int $days_overdue): string
    {
        return $state !== InvoiceState::Overdue || $days_overdue === 0
            ? $state->label()
            /* translators: %d: number of days an invoice is late */
            : sprintf(_n('Overdue %d day', 'Overdue %d days', $days_overdue, 'counterfoil'), $days_overdue);
    }
}
