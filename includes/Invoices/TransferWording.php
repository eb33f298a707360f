<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\Paper;
use Counterfoil\Shared\Money\Money;

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
        $reference = $this->facts->number === null ? '' : PaymentReference::of($this->facts->number, $this->facts->seller);
        $transfer = new TransferDetails($this->facts->seller, $account, new Money($this->facts->totals->total, $this->facts->totals->currency), $reference);
        $code = $reference === '' ? null : $transfer->code();

        return [
            'label' => __('Pay by bank transfer', 'counterfoil'),
            'lines' => self::lines($transfer),
            'code' => $code === null ? null : [
                'text' => $code->text,
                'correction' => $code->correction,
                'caption' => __('Scan this code with your banking app.', 'counterfoil'),
            ],
        ];
    }

    /** @return list<string> */
    private static function lines(TransferDetails $transfer): array
    {
        $account = $transfer->account;

        return array_values(array_filter([
            $transfer->payee(),
            $account->is_iban()
                ? "IBAN {$transfer->number()}"
                /* translators: %s: a bank account's number */
                : sprintf(__('Account %s', 'counterfoil'), $account->number),
            $account->bic === '' ? '' : "BIC {$account->bic}",
            $account->bank,
            /* translators: %s: what a bank transfer is to be marked with, an invoice's number */
            $transfer->reference === '' ? '' : sprintf(__('Reference: %s', 'counterfoil'), PaymentReference::readable($transfer->reference)),
        ], static fn (string $line): bool => $line !== ''));
    }
}
