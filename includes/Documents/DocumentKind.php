<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What is numbered, drawn and kept for good. Each kind has numbers of its own. */
enum DocumentKind: string
{
    case Invoice = 'invoice';
    case ProForma = 'pro_forma';
    case CreditNote = 'credit_note';
}
