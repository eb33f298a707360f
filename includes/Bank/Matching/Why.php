<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

/** Why a line is what it is, as one sentence. */
enum Why: string
{
    case Number = 'number';
    case Numbers = 'numbers';
    case ShortNumber = 'short_number';
    case Part = 'part';
    case PartOfSeveral = 'part_of_several';
    case Over = 'over';
    case KnownPayer = 'known_payer';
    case KnownPayerAll = 'known_payer_all';
    case KnownPayerOther = 'known_payer_other';
    case Name = 'name';
    case NameAll = 'name_all';
    case NameOther = 'name_other';
    case Amount = 'amount';
    case AlreadyPaid = 'already_paid';
    case Nothing = 'nothing';
    case SameAmounts = 'same_amounts';
    case SeveralClients = 'several_clients';
    case OtherCurrency = 'other_currency';
    case Reversal = 'reversal';
    case Outgoing = 'outgoing';

    /** @param list<string> $numbers of the invoices it speaks of */
    public function words(array $numbers): string
    {
        $number = implode(', ', $numbers);

        return match ($this) {
            /* translators: %s: invoice number */
            self::Number => sprintf(__('Mentions %s, and the amount matches the amount due.', 'counterfoil'), $number),
            /* translators: %s: invoice numbers */
            self::Numbers => sprintf(__('Mentions %s, and the amount matches their total.', 'counterfoil'), $number),
            /* translators: %s: a short invoice number, "12" */
            self::ShortNumber => sprintf(__('The amount matches %s, but this number is too short to be certain.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::Part => sprintf(__('Mentions %s, but the amount is less than the amount due.', 'counterfoil'), $number),
            /* translators: %s: invoice numbers */
            self::PartOfSeveral => sprintf(__('Mentions %s, but the amount is less than their total. The oldest are paid first.', 'counterfoil'), $number),
            /* translators: %s: invoice number or numbers */
            self::Over => sprintf(__('Mentions %s, but the amount is more than the amount due. The rest is added to the client’s credit balance.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::KnownPayer => sprintf(__('This client has paid from this account before, and the amount matches %s.', 'counterfoil'), $number),
            /* translators: %s: invoice numbers */
            self::KnownPayerAll => sprintf(__('This client has paid from this account before, and the amount matches the total of %s.', 'counterfoil'), $number),
            self::KnownPayerOther => __('This client has paid from this account before, but the amount doesn’t match what is outstanding.', 'counterfoil'),
            /* translators: %s: invoice number */
            self::Name => sprintf(__('The payer’s name matches the client, and the amount matches %s.', 'counterfoil'), $number),
            /* translators: %s: invoice numbers */
            self::NameAll => sprintf(__('The payer’s name matches the client, and the amount matches the total of %s.', 'counterfoil'), $number),
            self::NameOther => __('The payer’s name matches the client, but the amount doesn’t match what is outstanding.', 'counterfoil'),
            /* translators: %s: invoice number */
            self::Amount => sprintf(__('Only %s has this amount due, but neither its number nor the client’s name is mentioned.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::AlreadyPaid => sprintf(__('Mentions %s, which has nothing due. The amount would be added to the client’s credit balance.', 'counterfoil'), $number),
            self::Nothing => __('No matching invoice number, name or amount was found.', 'counterfoil'),
            self::SameAmounts => __('Several invoices have this amount due. Choose the right one.', 'counterfoil'),
            /* translators: %s: invoice numbers */
            self::SeveralClients => sprintf(__('Mentions invoices of several clients: %s. A transfer can be matched to one client only.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::OtherCurrency => sprintf(__('Mentions %s, which is in another currency.', 'counterfoil'), $number),
            self::Reversal => __('Your bank marked this as a returned transfer.', 'counterfoil'),
            self::Outgoing => __('Outgoing payment', 'counterfoil'),
        };
    }
}
