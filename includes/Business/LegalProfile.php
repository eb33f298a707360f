<?php

declare(strict_types=1);

namespace Counterfoil\Business;

/** What tax offices and banks know the business by, each number apart from the others. */
final readonly class LegalProfile
{
    /** @param list<BankAccount> $bank_accounts the one to pay to first */
    public function __construct(
        /** Where it is another one than the name */
        public string $legal_name = '',
        /** With its country, "DE123456789" (BT-31) */
        public string $vat_id = '',
        /** Another number of the tax office, such as the Steuernummer (BT-32) */
        public string $tax_number = '',
        /** KRS, HRB, SIREN, KVK (BT-30) */
        public string $registration_number = '',
        /** ISO 6523: which register that is, "0002" */
        public string $registration_scheme = '',
        public TaxStatus $tax_status = TaxStatus::Active,
        /** Why nothing is taxed, of an exempt business: a VATEX code, and in words */
        public string $exemption_code = '',
        public string $exemption_reason = '',
        public array $bank_accounts = [],
        /** In which VAT is declared, ISO 4217; empty for the one of its country */
        public string $tax_currency = '',
        /** Whether transfers are marked with a creditor reference (ISO 11649) instead of a bill's number */
        public bool $creditor_reference = false,
    ) {
    }

    /** @param array<string, mixed> $stored */
    public static function from_array(array $stored): self
    {
        $text = static fn (string $name): string => is_string($stored[$name] ?? null) ? $stored[$name] : '';
        $accounts = is_array($stored['bank_accounts'] ?? null) ? array_filter($stored['bank_accounts'], is_array(...)) : [];

        return new self(
            $text('legal_name'),
            $text('vat_id'),
            $text('tax_number'),
            $text('registration_number'),
            $text('registration_scheme'),
            TaxStatus::tryFrom($text('tax_status')) ?? TaxStatus::Active,
            $text('exemption_code'),
            $text('exemption_reason'),
            array_values(array_map(BankAccount::from_array(...), $accounts)),
            $text('tax_currency'),
            ($stored['creditor_reference'] ?? false) === true,
        );
    }

    /** Where a bill in this currency is to be paid to: an account of that currency, or one of any. */
    public function account_for(string $currency): ?BankAccount
    {
        return $this->accounts_for($currency)[0] ?? null;
    }

    /** @return list<BankAccount> all that bills in this currency can be paid to, the one to pay to first */
    public function accounts_for(string $currency): array
    {
        $of = fn (string $wanted): array => array_values(array_filter($this->bank_accounts, static fn (BankAccount $account): bool => $account->currency === $wanted && $account->number !== ''));

        return $of($currency) !== [] ? $of($currency) : $of('');
    }

    /** @return array<string, mixed> */
    public function to_array(): array
    {
        return [
            'tax_status' => $this->tax_status->value,
            'bank_accounts' => array_map(static fn (BankAccount $account): array => $account->to_array(), $this->bank_accounts),
        ] + get_object_vars($this);
    }
}
