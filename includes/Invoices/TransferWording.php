<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\BankAccount;
use Counterfoil\Documents\Codes\TransferCode;
use Counterfoil\Documents\Paper;
use Counterfoil\Shared\VatId;

/**
 * How the sum of an invoice can be paid by bank transfer: the account of its currency in words, and as a code where its
 * currency has one.
 *
 * @phpstan-import-type Transfer from Paper
 */
final readonly class TransferWording
{
    public function __construct(private InvoiceFacts $facts)
    {
    }

    /** @phpstan-return Transfer|null null when there is nothing to pay, or no account to pay it to */
    public function block(): ?array
    {
        $account = $this->facts->seller->legal->account_for($this->facts->totals->currency->code);
        if ($account === null || $this->facts->totals->total === 0) {
            return null;
        }
        $code = $this->facts->number === null ? null : $this->code($account, $this->facts->number);

        return [
            'label' => __('Pay by bank transfer', 'counterfoil'),
            'lines' => $this->lines($account),
            'code' => $code === null ? null : [
                'text' => $code->text,
                'correction' => $code->correction,
                'caption' => __('Scan this code with your banking app.', 'counterfoil'),
            ],
        ];
    }

    /** @return list<string> */
    private function lines(BankAccount $account): array
    {
        $is_iban = $account->is_iban();

        return array_values(array_filter([
            $this->payee($account),
            $is_iban
                ? 'IBAN ' . trim(chunk_split($account->number, 4, ' '))
                /* translators: %s: a bank account's number */
                : sprintf(__('Account %s', 'counterfoil'), $account->number),
            $account->bic === '' ? '' : "BIC {$account->bic}",
            $account->bank,
            /* translators: %s: what a bank transfer is to be marked with, an invoice's number */
            $this->facts->number === null ? '' : sprintf(__('Reference: %s', 'counterfoil'), $this->facts->number),
        ], static fn (string $line): bool => $line !== ''));
    }

    private function code(BankAccount $account, string $number): ?TransferCode
    {
        $total = $this->facts->totals->total;

        return match (true) {
            ! $account->is_iban() => null,
            $this->facts->totals->currency->code === 'EUR' => TransferCode::epc($this->payee($account), $account->number, $account->bic, $total, $number),
            $this->facts->totals->currency->code === 'PLN' => TransferCode::zbp($this->payee($account), $account->number, $this->nip(), $total, $number),
            default => null,
        };
    }

    private function payee(BankAccount $account): string
    {
        $seller = $this->facts->seller;

        return match (true) {
            $account->holder !== '' => $account->holder,
            $seller->legal->legal_name !== '' => $seller->legal->legal_name,
            default => $seller->name,
        };
    }

    /** The number by which Polish banks know a business: ten digits, or empty. */
    private function nip(): string
    {
        $seller = $this->facts->seller;
        foreach ([$seller->legal->vat_id, $seller->legal->tax_number, VatId::among($seller->tax_id, $seller->address->country)] as $number) {
            $digits = (string) preg_replace('/^PL|[\s-]/', '', $number);
            if (preg_match('/^\d{10}$/D', $digits) === 1) {
                return $digits;
            }
        }

        return '';
    }
}
