<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Ledger\StatementEntry;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/** Says what an entry of the books is, in the present language: the same on screen, on paper and in the table. */
final readonly class EntryWording
{
    /**
     * @param array<int, string> $invoices numbers by id
     * @param array<int, string> $credit_notes numbers by id
     * @param array<int, Payment> $payments by id
     * @param array<int, string> $refunds numbers of their confirmations by id
     */
    public function __construct(private array $invoices, private array $credit_notes, private array $payments, private array $refunds, private MoneyFormat $numbers, private Currency $currency)
    {
    }

    public function text(StatementEntry $entry): string
    {
        $text = $this->words($entry);

        /* translators: %s: what is on the line: "Refund RF-0007 for INV-0012" */
        return str_starts_with($entry->kind, 'refund.') && $entry->dropped > 0 ? sprintf(__('%s (no longer due)', 'counterfoil'), $text) : $text;
    }

    /**
     * Where staff can look at it.
     *
     * @return array{kind: 'invoice', id: int}|null
     */
    public static function subject(StatementEntry $entry): ?array
    {
        return count($entry->invoice_ids) === 1 ? ['kind' => 'invoice', 'id' => $entry->invoice_ids[0]] : null;
    }

    /** What of it can be drawn on paper: a payment's reference is typed by anybody, in any script. */
    public static function printable(string $text, Glyphs $glyphs): string
    {
        return implode(' · ', array_filter(explode(' · ', $text), $glyphs->can_draw(...)));
    }

    private function words(StatementEntry $entry): string
    {
        $invoices = $this->invoices_of($entry);

        return match ($entry->kind) {
            /* translators: %s: invoice number */
            'invoice.issued' => sprintf(__('Invoice %s', 'counterfoil'), $invoices),
            /* translators: %s: invoice number */
            'invoice.voided' => sprintf(__('Invoice %s voided', 'counterfoil'), $invoices),
            /* translators: 1: number of the credit note, 2: invoice number */
            'credit_note.issued' => sprintf(__('Credit note %1$s for %2$s', 'counterfoil'), $this->credit_notes[$entry->subject_id()] ?? '', $invoices),
            'payment.received', 'payment.recorded' => $this->payment($entry, $invoices),
            'refund.made' => $this->refund($entry, $invoices),
            /* translators: %s: number of a refund */
            'refund.returned' => sprintf(__('Refund %s returned by the bank', 'counterfoil'), $this->number_of_refund($entry)),
            'payment.reversed' => $invoices === ''
                ? __('Payment returned by the bank', 'counterfoil')
                /* translators: %s: invoice numbers */
                : sprintf(__('Payment for %s returned by the bank', 'counterfoil'), $invoices),
            'payment.restored' => $invoices === ''
                ? __('Returned payment received again', 'counterfoil')
                /* translators: %s: invoice numbers */
                : sprintf(__('Returned payment for %s received again', 'counterfoil'), $invoices),
            'payment.undone', 'dispute.withdrawn', 'dispute.reinstated' => self::taken($entry->kind, $invoices),
            /* translators: %s: number of the pro forma */
            'pro_forma.withdrawn' => sprintf(__('Pro forma %s withdrawn', 'counterfoil'), $invoices),
            /* translators: 1: amount of money, 2: invoice number */
            'credit.used' => sprintf(__('%1$s of the credit balance applied to %2$s', 'counterfoil'), $this->numbers->money(new Money($entry->used, $this->currency)), $invoices),
            default => __('Other entry', 'counterfoil'),
        };
    }

    private static function taken(string $kind, string $invoices): string
    {
        $of_credit = $invoices === '';

        return match ($kind) {
            'payment.undone' => $of_credit
                ? __('Payment undone', 'counterfoil')
                /* translators: %s: invoice numbers */
                : sprintf(__('Payment for %s undone', 'counterfoil'), $invoices),
            'dispute.withdrawn' => $of_credit
                ? __('Payment withdrawn because of a dispute', 'counterfoil')
                /* translators: %s: invoice numbers */
                : sprintf(__('Payment for %s withdrawn because of a dispute', 'counterfoil'), $invoices),
            default => $of_credit
                ? __('Disputed payment received back', 'counterfoil')
                /* translators: %s: invoice numbers */
                : sprintf(__('Disputed payment for %s received back', 'counterfoil'), $invoices),
        };
    }

    private function payment(StatementEntry $entry, string $invoices): string
    {
        $payment = $this->payments[$entry->subject_id()] ?? null;
        $details = $payment === null ? [] : array_filter([PaymentResource::method($payment), $payment->is_offline() ? $payment->reference : '']);
        /* translators: %s: invoice numbers */
        $text = $invoices === '' ? __('Payment', 'counterfoil') : sprintf(__('Payment for %s', 'counterfoil'), $invoices);

        return $details === [] ? $text : "{$text} · " . implode(' · ', $details);
    }

    private function refund(StatementEntry $entry, string $invoices): string
    {
        $number = $this->number_of_refund($entry);

        return $invoices === ''
            /* translators: %s: number of a refund */
            ? sprintf(__('Refund %s of the credit balance', 'counterfoil'), $number)
            /* translators: 1: number of a refund, 2: invoice numbers */
            : sprintf(__('Refund %1$s for %2$s', 'counterfoil'), $number, $invoices);
    }

    private function invoices_of(StatementEntry $entry): string
    {
        return implode(', ', array_filter(array_map(fn (int $id): string => $this->invoices[$id] ?? '', $entry->invoice_ids)));
    }

    private function number_of_refund(StatementEntry $entry): string
    {
        return $this->refunds[$entry->subject_id()] ?? '';
    }
}
