<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Receipts;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/**
 * The paper of money that came or went back: which day, by which way, how much, and for which invoices. Who sold, who
 * bought and how it looks are taken from the first invoice, as they were when it was issued.
 */
final readonly class ReceiptWording
{
    /**
     * @param Paper $first the paper of the first invoice
     * @param non-empty-array<int, StoredForm> $forms what was copied into each invoice, by its id
     */
    public function __construct(private Paper $first, private array $forms, private Glyphs $glyphs, private Calendar $calendar)
    {
    }

    public function of_payment(Payment $payment, string $number): Paper
    {
        return $this->in_language(function (DocumentLanguage $language) use ($payment, $number): Paper {
            $day = $this->day($language, $payment->succeeded_at ?? $payment->created_at);
            $parts = array_column(array_map(static fn (Allocation $part): array => [$part->invoice_id, $part->amount], $payment->allocations), 1, 0);

            return $this->paper(
                $language,
                /* translators: %s: number of a receipt */
                sprintf(__('Receipt %s', 'counterfoil'), $number),
                /* translators: 1: amount of money, 2: date */
                sprintf(__('%1$s received on %2$s', 'counterfoil'), $language->numbers->money($payment->received), $day),
                [
                    [__('Receipt number', 'counterfoil'), $number],
                    [__('Received', 'counterfoil'), $day],
                    [__('Payment method', 'counterfoil'), PaymentResource::method($payment)],
                    [__('Reference', 'counterfoil'), $payment->is_offline() ? $payment->reference : ''],
                ],
                [__('Paid', 'counterfoil'), __('Amount paid', 'counterfoil')],
                $parts,
                $payment->received
            );
        });
    }

    /** @param array<int, int> $parts by invoice: what of it went back, in minor units */
    public function of_refund(Refund $refund, Payment $payment, array $parts, string $number): Paper
    {
        return $this->in_language(function (DocumentLanguage $language) use ($refund, $payment, $parts, $number): Paper {
            $day = $this->day($language, $refund->created_at);

            return $this->paper(
                $language,
                /* translators: %s: number of a refund */
                sprintf(__('Refund confirmation %s', 'counterfoil'), $number),
                /* translators: 1: amount of money, 2: date */
                sprintf(__('%1$s refunded on %2$s', 'counterfoil'), $language->numbers->money($refund->amount), $day),
                [
                    [__('Refund number', 'counterfoil'), $number],
                    [__('Refunded on', 'counterfoil'), $day],
                    [__('Payment method', 'counterfoil'), PaymentResource::method($payment)],
                    [__('Reason', 'counterfoil'), $refund->reason],
                ],
                [__('Refunded', 'counterfoil'), __('Amount refunded', 'counterfoil')],
                $parts,
                $refund->amount
            );
        });
    }

    /**
     * @param list<array{string, string}> $facts label and value; without a value, or with one that can't be drawn, it is left out
     * @param array{string, string} $words of the column, and of the sum
     * @param array<int, int> $parts by invoice
     */
    private function paper(DocumentLanguage $language, string $title, string $headline, array $facts, array $words, array $parts, Money $sum): Paper
    {
        $shown = array_filter($facts, fn (array $fact): bool => $fact[1] !== '' && $this->glyphs->can_draw($fact[1]));
        $lines = [];
        foreach ($parts as $invoice_id => $amount) {
            $lines[] = $this->line($language, $this->forms[$invoice_id], new Money($amount, $sum->currency));
        }
        $left = $sum->amount - array_sum($parts);
        $is_pro_forma = array_filter(array_keys($parts), fn (int $id): bool => ($this->forms[$id]->content['kind'] ?? '') !== DocumentKind::ProForma->value) === [];

        return Paper::from_array([
            'locale' => $language->tag(),
            'direction' => $language->direction,
            'title' => $title,
            'headline' => $headline,
            'page' => $this->first->page->value,
            'accent' => $this->first->accent,
            'logo' => $this->first->logo?->to_array(),
            'seller' => ['label' => __('From', 'counterfoil')] + $this->first->seller,
            'buyer' => ['label' => __('Bill to', 'counterfoil')] + $this->first->buyer,
            'facts' => array_map(static fn (array $fact): array => ['label' => $fact[0], 'value' => $fact[1]], array_values($shown)),
            'columns' => [
                'description' => $is_pro_forma ? __('Pro forma invoice', 'counterfoil') : __('Invoice', 'counterfoil'),
                'unit_price' => $is_pro_forma ? __('Pro forma total', 'counterfoil') : __('Invoice total', 'counterfoil'),
                'amount' => $words[0],
            ],
            'lines' => $lines,
            'totals' => [
                ...($left === 0 ? [] : [['label' => __('Credit balance', 'counterfoil'), 'value' => $language->numbers->money(new Money($left, $sum->currency)), 'strong' => false]]),
                ['label' => $words[1], 'value' => $language->numbers->money($sum), 'strong' => true],
            ],
            /* translators: 1: page number, 2: number of pages */
            'page_label' => __('Page %1$d of %2$d', 'counterfoil'),
        ]);
    }

    /** @return array<string, string> */
    private function line(DocumentLanguage $language, StoredForm $form, Money $amount): array
    {
        return [
            'description' => (string) $form->content['number'],
            /* translators: %s: date */
            'detail' => sprintf(__('Issued %s', 'counterfoil'), $language->day((string) $form->content['issue_date'])),
            'unit_price' => $language->numbers->money(Money::of((int) $form->content['totals']['total'], (string) $form->content['currency'])),
            'amount' => $language->numbers->money($amount),
        ];
    }

    private function day(DocumentLanguage $language, DateTimeImmutable $moment): string
    {
        return $language->day($this->calendar->day($moment));
    }

    /** @param \Closure(DocumentLanguage): Paper $write */
    private function in_language(\Closure $write): Paper
    {
        return DocumentLanguage::on_paper((string) $this->forms[array_key_first($this->forms)]->content['locale'], $this->glyphs, $write);
    }
}
