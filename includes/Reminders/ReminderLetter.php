<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Reminders\LateFees\LateFeesOfInvoice;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** Reminds of what is still to be paid when it is written. data: invoices, "12,13"; their PDFs are attached. */
final readonly class ReminderLetter implements CustomisableLetter
{
    /** More would make some mail servers refuse it. */
    private const ATTACHED = 10;

    public function __construct(
        private InvoiceParts $parts,
        private InvoiceRepository $invoices,
        private UnderWayQuery $payments,
        private PortalUrls $urls,
        private Calendar $calendar,
        private LateFeesOfInvoice $late_fees,
        private OnlinePayment $online,
    ) {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Payment reminder', 'counterfoil'), __('Sent by your reminder schedule about one invoice. Reminders about several invoices keep the standard text.', 'counterfoil'), false, InvoiceParts::samples() + ['late_fee' => self::from_now_on((new MoneyFormat(determine_locale()))->money(Money::of(1_190, 'EUR')))]);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoices = $this->still_due($mail);

        return match (count($invoices)) {
            0 => null,
            1 => $this->of_one($invoices[0], $mail, $letterhead),
            default => $this->of_several($invoices, $mail, $letterhead),
        };
    }

    private function of_one(Invoice $invoice, QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $today = $this->calendar->today();
        $due = $letterhead->money($invoice->due());
        $day = $letterhead->day($invoice->due_date);
        [$heading, $text] = match (true) {
            $invoice->due_date > $today => [
                /* translators: 1: amount, 2: date */
                sprintf(__('%1$s due by %2$s', 'counterfoil'), $due, $day),
                /* translators: 1: invoice number, 2: name of the business, 3: date */
                $invoice->is_pro_forma() ? __('This is a friendly reminder that pro forma invoice %1$s from %2$s is due on %3$s. The PDF is attached.', 'counterfoil') : __('This is a friendly reminder that invoice %1$s from %2$s is due on %3$s. The PDF is attached.', 'counterfoil'),
            ],
            $invoice->due_date === $today => [
                /* translators: %s: amount */
                sprintf(__('%s due today', 'counterfoil'), $due),
                /* translators: 1: invoice number, 2: name of the business */
                $invoice->is_pro_forma() ? __('This is a friendly reminder that pro forma invoice %1$s from %2$s is due today. The PDF is attached.', 'counterfoil') : __('This is a friendly reminder that invoice %1$s from %2$s is due today. The PDF is attached.', 'counterfoil'),
            ],
            default => [
                /* translators: %s: amount */
                sprintf(__('%s overdue', 'counterfoil'), $due),
                /* translators: 1: invoice number, 2: name of the business, 3: date */
                $invoice->is_pro_forma() ? __('We haven’t received your payment for pro forma invoice %1$s from %2$s yet. It was due on %3$s. The PDF is attached. If you’ve already paid, you can ignore this email.', 'counterfoil') : __('We haven’t received your payment for invoice %1$s from %2$s yet. It was due on %3$s. The PDF is attached. If you’ve already paid, you can ignore this email.', 'counterfoil'),
            ],
        };

        return new Letter(
            /* translators: 1: invoice number, 2: name of the business */
            sprintf($invoice->is_pro_forma() ? __('Reminder: pro forma invoice %1$s from %2$s', 'counterfoil') : __('Reminder: invoice %1$s from %2$s', 'counterfoil'), $invoice->number, $letterhead->name()),
            $heading,
            $heading,
            array_values(array_filter([
                Greeting::of($mail),
                sprintf($text, (string) $invoice->number, $letterhead->name(), $day),
                $this->late_fee($invoice, $letterhead),
                $this->parts->how($mail, $letterhead, $invoice),
            ], static fn (string $paragraph): bool => $paragraph !== '')),
            [
                $this->parts->number($invoice),
                new Fact(__('Due date', 'counterfoil'), $day),
                new Fact(__('Amount due', 'counterfoil'), $due, true),
            ],
            $this->parts->view_and_pay($mail, $letterhead, $invoice),
            [Greeting::questions()],
            [$this->parts->pdf($invoice)],
            $this->parts->values($invoice, $letterhead) + ['late_fee' => $this->late_fee($invoice, $letterhead)]
        );
    }

    /** A sentence, or "" where none is asked for or the agency does not want it said. */
    private function late_fee(Invoice $invoice, Letterhead $letterhead): string
    {
        [$fee, $until] = $this->late_fees->announced($invoice) ?? [null, null];

        return match (true) {
            $fee === null => '',
            $until === null => self::from_now_on($letterhead->money($fee->total()), $invoice),
            /* translators: 1: date, 2: amount of money */
            default => sprintf($invoice->is_pro_forma() ? __('If the pro forma invoice isn’t paid by %1$s, we may charge a late fee of %2$s.', 'counterfoil') : __('If the invoice isn’t paid by %1$s, we may charge a late fee of %2$s.', 'counterfoil'), $letterhead->day($until), $letterhead->money($fee->total())),
        };
    }

    /** @param non-empty-list<Invoice> $invoices */
    private function late_fees_of(array $invoices, Letterhead $letterhead): string
    {
        $fees = [];
        foreach ($invoices as $invoice) {
            $fee = $this->late_fees->announced($invoice)[0] ?? null;
            if ($fee !== null) {
                $fees[] = "{$invoice->number}: {$letterhead->money($fee->total())}";
            }
        }

        return $fees === [] ? '' : sprintf(
            /* translators: %s: list of invoice numbers and amounts */
            __('We may charge a late fee for invoices that stay unpaid: %s.', 'counterfoil'),
            implode(', ', $fees)
        );
    }

    private static function from_now_on(string $amount, ?Invoice $invoice = null): string
    {
        /* translators: %s: amount of money */
        return sprintf($invoice?->is_pro_forma() === true ? __('Because the pro forma invoice is overdue, we may charge a late fee of %s.', 'counterfoil') : __('Because the invoice is overdue, we may charge a late fee of %s.', 'counterfoil'), $amount);
    }

    /** @param non-empty-list<Invoice> $invoices */
    private function of_several(array $invoices, QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $count = count($invoices);
        $facts = array_map(static fn (Invoice $invoice): Fact => new Fact(
            /* translators: 1: invoice number, 2: date */
            sprintf(__('%1$s, due %2$s', 'counterfoil'), $invoice->number, $letterhead->day($invoice->due_date)),
            $letterhead->money($invoice->due())
        ), $invoices);
        $sums = [];
        foreach ($invoices as $invoice) {
            $code = $invoice->currency->code;
            $sums[$code] = isset($sums[$code]) ? $sums[$code]->plus($invoice->due()) : $invoice->due();
        }
        foreach ($sums as $sum) {
            $facts[] = new Fact(__('Amount due', 'counterfoil'), $letterhead->money($sum), true);
        }
        /* translators: %d: number of invoices */
        $heading = sprintf(_n('%d unpaid invoice', '%d unpaid invoices', $count, 'counterfoil'), $count);

        return new Letter(
            /* translators: 1: number of invoices, 2: name of the business */
            sprintf(_n('Reminder: %1$d invoice from %2$s', 'Reminder: %1$d invoices from %2$s', $count, 'counterfoil'), $count, $letterhead->name()),
            $heading,
            $heading,
            array_values(array_filter([
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('This is a friendly reminder about the invoices from %s that are due or overdue. The PDFs are attached. If you’ve already paid, you can ignore this email.', 'counterfoil'), $letterhead->name()),
                $this->late_fees_of($invoices, $letterhead),
                $this->parts->how($mail, $letterhead, $invoices[0]),
            ], static fn (string $paragraph): bool => $paragraph !== '')),
            $facts,
            $this->pay_all($invoices, $sums, $mail, $letterhead),
            [Greeting::questions()],
            array_map(fn (Invoice $invoice): Attachment => $this->parts->pdf($invoice), array_slice($invoices, 0, self::ATTACHED))
        );
    }

    /**
     * One button for all of them where they can be paid by one payment, else what leads to their list.
     *
     * @param non-empty-list<Invoice> $invoices
     * @param array<string, Money> $sums by currency
     */
    private function pay_all(array $invoices, array $sums, QueuedMail $mail, Letterhead $letterhead): ?Button
    {
        if (! $this->parts->is_online($mail, $letterhead)) {
            return null;
        }
        $can_be_paid = array_filter($invoices, fn (Invoice $invoice): bool => ! $this->parts->can_be_paid_online($mail, $letterhead, $invoice)) === [];
        $sum = count($sums) === 1 && count($invoices) <= Wanted::MOST && $can_be_paid ? reset($sums) : null;

        return $sum !== null && $sum !== false && $this->online->is_offered($sum)
            /* translators: %s: amount of money */
            ? new Button(sprintf(__('Pay all: %s', 'counterfoil'), $letterhead->money($sum)), $this->urls->pay_several($letterhead->portal, array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices)))
            : new Button(__('View invoices', 'counterfoil'), $this->urls->invoices($letterhead->portal));
    }

    /** @return list<Invoice> the longest due first */
    private function still_due(QueuedMail $mail): array
    {
        $invoices = [];
        foreach (explode(',', $mail->text('invoices')) as $id) {
            $invoice = $this->invoices->find((int) $id, Viewer::system());
            if ($invoice !== null && $invoice->is_payable() && ! $this->payments->is_waited_for($invoice->id)) {
                $invoices[] = $invoice;
            }
        }
        usort($invoices, static fn (Invoice $a, Invoice $b): int => [$a->due_date, $a->id] <=> [$b->due_date, $b->id]);

        return $invoices;
    }
}
