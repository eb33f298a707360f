<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\BankAccount;
use Counterfoil\Business\Business;
use Counterfoil\Documents\Codes\TransferCode;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\VatId;

/** One bank transfer as it is to be made: to whom, to which account, how much, and what it is marked with. */
final readonly class TransferDetails
{
    public function __construct(private Business $seller, public BankAccount $account, public Money $amount, public string $reference)
    {
    }

    public function payee(): string
    {
        return match (true) {
            $this->account->holder !== '' => $this->account->holder,
            $this->seller->legal->legal_name !== '' => $this->seller->legal->legal_name,
            default => $this->seller->name,
        };
    }

    /** An IBAN in groups of four, as people read and type it; other numbers as they are. */
    public function number(): string
    {
        return $this->account->is_iban() ? trim(chunk_split($this->account->number, 4, ' ')) : $this->account->number;
    }

    /** For banking apps, in currencies that have a code. */
    public function code(): ?TransferCode
    {
        return match (true) {
            ! $this->account->is_iban() => null,
            $this->amount->currency->code === 'EUR' => TransferCode::epc($this->payee(), $this->account->number, $this->account->bic, $this->amount->amount, $this->reference),
            $this->amount->currency->code === 'PLN' => TransferCode::zbp($this->payee(), $this->account->number, $this->nip(), $this->amount->amount, $this->reference),
            default => null,
        };
    }

    /** The number by which Polish banks know a business: ten digits, or empty. */
    private function nip(): string
    {
        foreach ([$this->seller->legal->vat_id, $this->seller->legal->tax_number, VatId::among($this->seller->tax_id, $this->seller->address->country)] as $number) {
            $digits = (string) preg_replace('/^PL|[\s-]/', '', $number);
            if (preg_match('/^\d{10}$/D', $digits) === 1) {
                return $digits;
            }
        }

        return '';
    }
}
