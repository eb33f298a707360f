<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What may be left out of a document. All else is always there, for the law asks for it. */
enum PaperField: string
{
    case Logo = 'logo';
    case Email = 'email';
    case Phone = 'phone';
    case Web = 'web';
    case TaxIds = 'tax_ids';
    case RegistrationNumber = 'registration_number';
    case ClientEmail = 'client_email';
    case ClientTaxIds = 'client_tax_ids';
    case DueDate = 'due_date';
    case Supply = 'supply';
    case Reference = 'reference';
    case PurchaseOrder = 'purchase_order';
    case Website = 'website';
    case Message = 'message';
    case PayLink = 'pay_link';
    case BankDetails = 'bank_details';
}
