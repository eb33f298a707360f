<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNotesInPeriod;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\IssuedInPeriod;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/**
 * Invoices and credit notes as rows: one for each tax of a document, so that any sum over them is right. What credits is
 * below zero; of a void invoice all amounts are nought. Parties and taxes are those that were copied into the document.
 */
final readonly class DocumentRows
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private IssuedInPeriod $invoices, private CreditNotesInPeriod $notes, private FormRepository $forms, private OwnTax $own, private Closure $calendar)
    {
    }

    /** @return list<string> */
    public static function head(): array
    {
        return [
            __('Type', 'counterfoil'),
            __('Number', 'counterfoil'),
            __('Issue date', 'counterfoil'),
            __('First day of supply', 'counterfoil'),
            __('Last day of supply', 'counterfoil'),
            __('Due date', 'counterfoil'),
            __('Status', 'counterfoil'),
            __('Voided on', 'counterfoil'),
            __('Client', 'counterfoil'),
            __('VAT ID', 'counterfoil'),
            __('Tax ID', 'counterfoil'),
            __('Country', 'counterfoil'),
            __('Currency', 'counterfoil'),
            __('Tax category code', 'counterfoil'),
            __('Tax category', 'counterfoil'),
            __('Tax rate (%)', 'counterfoil'),
            __('Net', 'counterfoil'),
            __('Tax', 'counterfoil'),
            __('Gross', 'counterfoil'),
            __('Tax currency', 'counterfoil'),
            __('Tax in tax currency', 'counterfoil'),
            __('Exchange rate', 'counterfoil'),
            __('Rate date', 'counterfoil'),
            __('Rate source', 'counterfoil'),
            __('Credits invoice', 'counterfoil'),
        ];
    }

    /**
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null, sums: array<string, array<string, int|string>>}
     */
    public function invoices(Export $export, int $limit, ?array $after): array
    {
        ['invoices' => $invoices, 'next' => $next] = $this->invoices->page($export->from, $export->to, $export->created_at, Viewer::system(), $limit, $after);
        $forms = $this->forms->find_many(DocumentKind::Invoice, array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices));
        $sums = new TaxSums($export->sums);
        $rows = [];
        foreach ($invoices as $invoice) {
            $form = $forms[$invoice->id] ?? null;
            if ($form !== null) {
                array_push($rows, ...$this->rows($form, $form, __('Invoice', 'counterfoil'), $this->status($invoice), $invoice->status === InvoiceStatus::Void ? 0 : 1, '', $sums));
            }
        }

        return ['rows' => $rows, 'next' => $next, 'sums' => $sums->all()];
    }

    /**
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null, sums: array<string, array<string, int|string>>}
     */
    public function credit_notes(Export $export, int $limit, ?array $after): array
    {
        ['notes' => $notes, 'next' => $next] = $this->notes->page($export->from, $export->to, $export->created_at, Viewer::system(), $limit, $after);
        $forms = $this->forms->find_many(DocumentKind::CreditNote, array_map(static fn (CreditNote $note): int => $note->id, $notes));
        $invoices = $this->forms->find_many(DocumentKind::Invoice, array_values(array_unique(array_map(static fn (CreditNote $note): int => $note->invoice_id, $notes))));
        $sums = new TaxSums($export->sums);
        $rows = [];
        foreach ($notes as $note) {
            $form = $forms[$note->id] ?? null;
            if ($form !== null) {
                // Its tax is converted at the rate of the invoice that it corrects.
                array_push($rows, ...$this->rows($form, $invoices[$note->invoice_id] ?? $form, __('Credit note', 'counterfoil'), ['', ''], -1, (string) ($form->content['invoice']['number'] ?? ''), $sums));
            }
        }

        return ['rows' => $rows, 'next' => $next, 'sums' => $sums->all()];
    }

    /** @return array{string, string} and the day it was voided */
    private function status(Invoice $invoice): array
    {
        $calendar = ($this->calendar)();
        $state = $invoice->status === InvoiceStatus::Void ? InvoiceState::Void : $invoice->state($calendar->today());

        return [$state->label(), $invoice->voided_at === null ? '' : $calendar->day($invoice->voided_at)];
    }

    /**
     * @param StoredForm $rated the document whose exchange rate counts
     * @param array{string, string} $status
     * @param int $sign of what it adds to a sum
     * @return list<list<string|Money>>
     */
    private function rows(StoredForm $form, StoredForm $rated, string $type, array $status, int $sign, string $credits, TaxSums $sums): array
    {
        $content = $form->content;
        $buyer = $content['buyer'] ?? [];
        $currency = (string) $content['currency'];
        $rows = [];
        foreach ($content['totals']['taxes'] as $group) {
            // A credit note keeps the tax by itself, an invoice beside its amounts.
            $tax = TaxOfRow::of($group['tax'] ?? $group, array_key_exists('tax', $group) && $group['tax'] === null);
            [$base, $amount] = [$sign * (int) $group['base'], $sign * (int) $group['amount']];
            $own = $this->own->of(Money::of($amount, $currency), $rated->content['tax_exchange'] ?? null);
            $sums->add($currency, $tax, $base, $amount, $own);
            $rows[] = [
                $type,
                (string) $content['number'],
                (string) $content['issue_date'],
                (string) ($content['supply']['from'] ?? ''),
                (string) ($content['supply']['to'] ?? ''),
                (string) ($content['due_date'] ?? ''),
                ...$status,
                (string) ($buyer['name'] ?? ''),
                (string) ($buyer['vat_id'] ?? ''),
                (string) ($buyer['tax_id'] ?? ''),
                (string) ($buyer['country'] ?? ''),
                $currency,
                $tax->category,
                $tax->name(),
                $tax->rate,
                Money::of($base, $currency),
                Money::of($amount, $currency),
                Money::of($base + $amount, $currency),
                $own->currency(),
                $own->tax ?? '',
                ...$own->rate(),
                $credits,
            ];
        }

        return $rows;
    }
}
