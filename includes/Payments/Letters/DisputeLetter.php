<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Letters\BillsInMail;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** To the agency, about invoice_id. data: state, amount, currency, gateway (its title), respond_by ("2026-12-31" or ""). */
final readonly class DisputeLetter implements LetterWriter
{
    public function __construct(private InvoiceRepository $invoices)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $state = DisputeState::tryFrom($mail->text('state'));
        if ($state === null) {
            return null;
        }
        $amount = (new MoneyFormat($letterhead->locale))->named($mail->number('amount'), $mail->text('currency'));
        $invoice = $mail->invoice_id === null ? null : $this->invoices->find($mail->invoice_id, Viewer::system());
        $several = (new BillsInMail($this->invoices))->of($mail);
        $number = $several === [] ? (string) $invoice?->number : BillsInMail::numbers($several);
        [$subject, $words] = self::words($state, $amount, $mail->text('gateway'), $mail->number('taken') === 1, $several !== []);
        $day = $mail->text('respond_by');

        return new Letter(
            $number === '' ? $subject : "{$subject} ({$number})",
            $words,
            $subject,
            [$words],
            array_values(array_filter([
                $number === '' ? null : new Fact(match (true) {
                    $several !== [] => __('Invoices', 'counterfoil'),
                    $invoice?->is_pro_forma() === true => __('Pro forma invoice', 'counterfoil'),
                    default => __('Invoice', 'counterfoil'),
                }, $number),
                new Fact(__('Disputed amount', 'counterfoil'), $amount, true),
                $day === '' || ! $state->is_open() ? null : new Fact(__('Respond by', 'counterfoil'), $letterhead->day($day)),
            ])),
            self::button($state, $mail)
        );
    }

    private static function button(DisputeState $state, QueuedMail $mail): ?Button
    {
        if ($state->is_open()) {
            /* translators: %s: gateway */
            return $mail->text('url') === '' ? null : new Button(sprintf(__('Respond in %s', 'counterfoil'), $mail->text('gateway')), $mail->text('url'));
        }

        return $state === DisputeState::Lost && $mail->invoice_id !== null ? new Button(__('Open invoice', 'counterfoil'), admin_url("admin.php?page=counterfoil#/invoices/{$mail->invoice_id}")) : null;
    }

    /** @return array{string, string} subject, and what it means */
    private static function words(DisputeState $state, string $amount, string $gateway, bool $was_taken, bool $is_several): array
    {
        return match ($state) {
            DisputeState::Inquiry => [
                /* translators: %s: amount of money */
                sprintf(__('A client’s bank opened an inquiry about a payment of %s', 'counterfoil'), $amount),
                /* translators: %s: gateway */
                sprintf(__('No money has been withdrawn. To avoid a dispute, respond to the bank in the %s dashboard by the date below.', 'counterfoil'), $gateway),
            ],
            DisputeState::Opened, DisputeState::UnderReview => ! $was_taken ? [
                /* translators: %s: amount of money */
                sprintf(__('A client’s bank disputed a payment of %s', 'counterfoil'), $amount),
                /* translators: %s: gateway */
                sprintf(__('The bank may withdraw the money until the dispute is decided. Respond in the %s dashboard by the date below. If you don’t, you’ll lose the dispute.', 'counterfoil'), $gateway),
            ] : [
                /* translators: %s: amount of money */
                sprintf(__('A client’s bank disputed a payment of %s', 'counterfoil'), $amount),
                /* translators: %s: gateway */
                sprintf($is_several ? __('The bank has withdrawn the money until the dispute is decided, so the invoices are due again. We didn’t email the client, and we won’t send reminders for them until then. Respond in the %s dashboard by the date below. If you don’t, you’ll lose the dispute.', 'counterfoil') : __('The bank has withdrawn the money until the dispute is decided, so the invoice is due again. We didn’t email the client, and we won’t send reminders for it until then. Respond in the %s dashboard by the date below. If you don’t, you’ll lose the dispute.', 'counterfoil'), $gateway),
            ],
            DisputeState::Won => [
                /* translators: %s: amount of money */
                sprintf(__('You won the dispute over %s', 'counterfoil'), $amount),
                $is_several ? __('The money is returned to you, and the invoices are paid again. You don’t need to do anything else.', 'counterfoil') : __('The money is returned to you, and the invoice is paid again. You don’t need to do anything else.', 'counterfoil'),
            ],
            DisputeState::Lost => [
                /* translators: %s: amount of money */
                sprintf(__('You lost the dispute over %s', 'counterfoil'), $amount),
                $was_taken
                    ? ($is_several ? __('The client keeps the money, so the invoices are due again. Issue credit notes if the sale is off, or ask the client to pay them again.', 'counterfoil') : __('The client keeps the money, so the invoice is due again. Issue a credit note if the sale is off, or ask the client to pay it again.', 'counterfoil'))
                    : __('The client keeps the money. Check the invoice and contact the client.', 'counterfoil'),
            ],
            DisputeState::Closed => [
                /* translators: %s: amount of money */
                sprintf(__('The bank’s inquiry about %s was closed', 'counterfoil'), $amount),
                __('No money was withdrawn. You don’t need to do anything else.', 'counterfoil'),
            ],
        };
    }
}
