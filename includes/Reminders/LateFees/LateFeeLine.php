<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Shared\Money\Money;

/** The line of a late fee, in the language of the client's documents. */
final readonly class LateFeeLine
{
    private const MONTH = 'MON';

    /**
     * @param string $tax_name what the business calls its tax, "VAT"
     * @param string $locale of the client's documents
     */
    public static function of(LateFee $fee, Invoice $invoice, string $tax_name, string $locale): InvoiceLine
    {
        return new InvoiceLine(
            null,
            self::words($fee, $invoice, $locale),
            (string) count($fee->periods),
            $fee->unit->amount,
            // It makes good a damage and pays for no service, so it is outside the scope of VAT (CJEU, C-222/81, BAZ Bausystem).
            tax: new Tax($tax_name, '0', TaxCategory::OutOfScope, TaxCategory::OutOfScope->reason_code()),
            unit_code: $fee->to === null ? InvoiceLine::ONE : self::MONTH,
        );
    }

    private static function words(LateFee $fee, Invoice $invoice, string $locale): string
    {
        return DocumentLanguage::speak($locale, static function (DocumentLanguage $language) use ($fee, $invoice): string {
            $number = (string) $invoice->number;
            $money = static fn (Money $amount): string => $language->numbers->money($amount);

            return match (true) {
                /* translators: 1: invoice number, 2: date */
                $fee->percent === '' => sprintf(__('Late payment fee for invoice %1$s, due %2$s', 'counterfoil'), $number, $language->day($invoice->due_date)),
                /* translators: 1: invoice number, 2: percentage, 3: amount of money, 4: date */
                $fee->to === null => sprintf(__('Late payment fee for invoice %1$s: %2$s of %3$s, due %4$s', 'counterfoil'), $number, $language->percent($fee->percent), $money($fee->base), $language->day($invoice->due_date)),
                /* translators: 1: invoice number, 2: percentage, 3: amount of money, 4: first day, 5: last day */
                default => sprintf(__('Late payment fee for invoice %1$s: %2$s of %3$s per month, %4$s to %5$s', 'counterfoil'), $number, $language->percent($fee->percent), $money($fee->base), $language->day($fee->from), $language->day($fee->to)),
            };
        });
    }
}
