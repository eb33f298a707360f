<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What PDFs are kept of. */
enum PdfKind: string
{
    /** Also of a pro-forma, by the id it has among invoices */
    case Invoice = 'invoice';
    /** The same invoice with the word that it is void, or withdrawn: whoever downloads it afterwards must not take it for a demand */
    case VoidInvoice = 'invoice_void';
    /** By the credit note's id */
    case CreditNote = 'credit_note';
    /** Of a payment, by the payment's id */
    case Receipt = 'receipt';
    /** Of a refund, by the refund's id */
    case Refund = 'refund';
}
