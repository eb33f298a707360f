<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\DayTurned;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceWrites;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Takes back an issued invoice, or a part of it, by a numbered document of its own. What is still due gets less; what had
 * been paid already goes back or is the client's credit. The invoice itself stays as it was issued.
 */
final readonly class CreditInvoice
{
    /** The worker's job that makes a PDF nobody needed yet. */
    public const MAKE_PDF = 'credit_note.pdf';
    /** The worker's job that gives back what is to be given back, where whoever issued it did not come to it. */
    public const GIVE_BACK = 'credit_note.give_back';

    /** Seconds: who issued it has done both long before. */
    private const LATER = 300;

    public function __construct(
        private Changes $changes,
        private PrepareCredit $prepare,
        private InvoiceRepository $invoices,
        private InvoiceWrites $writes,
        private CreditNoteRepository $notes,
        private NumberSeries $series,
        private FormRepository $forms,
        private SettleInvoice $settle,
        private Books $books,
        private GivesBack $money,
        private Clock $clock,
    ) {
    }

    /**
     * Not to be called in a transaction; calls outside when money is to go back.
     *
     * @param int $version of the invoice that was looked at
     * @param string $reason printed on it
     * @param string $key one credit note, however often it is sent; 64 characters at most
     * @throws DomainError 400 naming the field, 404, 409 when it changed meanwhile or nothing is left to credit
     */
    public function handle(int $invoice_id, int $version, CreditExtent $extent, string $reason, Surplus $surplus_to, Viewer $viewer, string $key): CreditNote
    {
        $note = $this->notes->find_by_key($key);
        if ($note === null) {
            try {
                $note = $this->once($invoice_id, $version, $extent, $reason, $surplus_to, $viewer, $key);
            } catch (DayTurned) {
                $note = $this->once($invoice_id, $version, $extent, $reason, $surplus_to, $viewer, $key);
            }
        }
        if ($note->to_refund() > 0) {
            $this->money->give_back($note, $viewer->actor);
        }

        return $note;
    }

    private function once(int $invoice_id, int $version, CreditExtent $extent, string $reason, Surplus $surplus_to, Viewer $viewer, string $key): CreditNote
    {
        $prepared = $this->prepare->handle($invoice_id, $version, $extent, $reason, $viewer);

        return $this->changes->run($viewer->actor, function (Change $change) use ($prepared, $reason, $surplus_to, $key): CreditNote {
            $this->invoices->lock([$prepared->invoice->id]);

            return $this->notes->find_by_key($key) ?? $this->issue($change, $prepared, $reason, $surplus_to, $key);
        });
    }

    private function issue(Change $change, PreparedCredit $prepared, string $reason, Surplus $surplus_to, string $key): CreditNote
    {
        $before = $this->invoices->get($prepared->invoice->id, Viewer::system());
        if ($before->version !== $prepared->invoice->version || ! $this->writes->credit($before, $prepared->totals->total)) {
            throw PrepareCredit::changed_meanwhile();
        }
        $now = $this->clock->now();
        $after = $this->settle->handle($change, $this->invoices->get($before->id, Viewer::system()), $before->paid, $before->refunded, less: $prepared->totals->total);
        // They name the note by its key, so they are left before anybody has to wait for this one's number.
        foreach ($prepared->recipients as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $change->mail(new Mail('credit_note', "credit_note:" . hash('sha256', $key . strtolower($email)), $email, $name, $locale, $before->client_id, $before->portal_id, $before->id, ['credit_note_key' => $key] + array_filter(['copy' => $copy])));
        }
        // From here on everybody else who credits waits.
        $number = $this->series->next(DocumentKind::CreditNote, $prepared->format, $prepared->form->issue_date);
        if (! $prepared->is_of_today()) {
            throw new DayTurned();
        }
        try {
            $note = $this->notes->insert($before, $after, $prepared->totals, $reason, $surplus_to, $key, $number, $prepared->form->issue_date, $now);
        } catch (UniqueViolation) {
            throw Refusals::number_taken($number->text);
        }
        $id = $note->id;
        $this->forms->keep(DocumentKind::CreditNote, $id, $prepared->form->with($number, $now));
        $this->books->credited($note, $before, $after);
        $change->event('credit_note.issued', [['invoice', $before->id], ['credit_note', $id]], $before->client_id, [
            'number' => $note->number,
            'invoice' => $before->number,
            'amount' => $note->totals->total,
            'currency' => $note->currency->code,
            'reason' => $reason,
        ]);
        $later = $now->modify('+' . self::LATER . ' seconds');
        $change->job(self::MAKE_PDF, $id, $later);
        if ($note->to_refund() > 0) {
            $change->job(self::GIVE_BACK, $id, $later);
        }
        /**
         * Fires once a credit note is issued: it has its number, and its email is queued.
         *
         * @param int $credit_note_id
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('credit_note_issued', $id, $before->id);

        return $note;
    }
}
