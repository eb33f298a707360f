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
            self::Number => sprintf(__('It names %s, and the amount is the amount due.', 'counterfoil'), $number),
            /* translators: %s: invoice numbers */
            self::Numbers => sprintf(__('It names %s, and the amount is the sum of their amounts due.', 'counterfoil'), $number),
            /* translators: %s: a short invoice number, "12" */
            self::ShortNumber => sprintf(__('The amount is the amount due of %s, but this number is short and may stand there for something else.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::Part => sprintf(__('It names %s, but the amount is less than the amount due.', 'counterfoil'), $number),
            /* translators: %s: invoice numbers */
            self::PartOfSeveral => sprintf(__('It names %s, but the amount is less than the sum of their amounts due. The oldest are paid first.', 'counterfoil'), $number),
            /* translators: %s: invoice number or numbers */
            self::Over => sprintf(__('It names %s, but the amount is more than what is due. The rest becomes the client’s credit.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::KnownPayer => sprintf(__('This client paid from this account before, and the amount is the amount due of %s.', 'counterfoil'), $number),
            self::KnownPayerAll => sprintf(__('This client paid from this account before, and the amount is the sum of %s.', 'counterfoil'), $number),
            self::KnownPayerOther => __('This client paid from this account before, but the amount doesn’t equal what is due.', 'counterfoil'),
            /* translators: %s: invoice number */
            self::Name => sprintf(__('The payer has the client’s name, and the amount is the amount due of %s.', 'counterfoil'), $number),
            self::NameAll => sprintf(__('The payer has the client’s name, and the amount is the sum of %s.', 'counterfoil'), $number),
            self::NameOther => __('The payer has the client’s name, but the amount doesn’t equal what is due.', 'counterfoil'),
            /* translators: %s: invoice number */
            self::Amount => sprintf(__('%s is the only one with this amount due, but neither its number nor the client’s name is mentioned.', 'counterfoil'), $number),
            self::Nothing => __('No number, name or amount of anything that is due was found.', 'counterfoil'),
            self::SameAmounts => __('Several invoices have this amount due, and nothing else tells which one is meant.', 'counterfoil'),
            /* translators: %s: invoice numbers */
            self::SeveralClients => sprintf(__('It names invoices of several clients: %s.', 'counterfoil'), $number),
            /* translators: %s: invoice number */
            self::OtherCurrency => sprintf(__('It names %s, which is in another currency.', 'counterfoil'), $number),
            self::Reversal => __('Your bank marked this as a transfer that came back.', 'counterfoil'),
            self::Outgoing => __('Outgoing payment', 'counterfoil'),
        };
    }
}
