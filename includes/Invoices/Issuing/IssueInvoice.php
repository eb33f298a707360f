<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Counterfoil\Clients\InviteRecipients;
use Counterfoil\Coupons\UseCoupon;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Documents\GivenNumber;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Invoices\CreditOfClients;
use Counterfoil\Invoices\DayTurned;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceWrites;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/**
 * Numbers a draft, copies into it all that it says, and leaves its mails, all in one transaction: an invoice
 * that was issued has all of these, one that failed has none, not even a number. Its PDF is made afterwards, by
 * whoever needs it first.
 */
final readonly class IssueInvoice
{
    /** The worker's job that makes a PDF nobody needed yet. */
    public const MAKE_PDF = 'pdf.make';

    /** Seconds: who mails it has made it long before. */
    public const MAKE_PDF_AFTER = 300;

    public function __construct(
        private Changes $changes,
        private PrepareIssue $prepare,
        private InvoiceRepository $invoices,
        private InvoiceWrites $writes,
        private NumberSeries $series,
        private FormRepository $forms,
        private InvoiceMails $mails,
        private SettleInvoice $settle,
        private InviteRecipients $invite,
        private CreditOfClients $credit,
        private UseCoupon $coupons,
        private Clock $clock,
    ) {
    }

    /**
     * Not to be called in a transaction: what takes long would hold it open.
     *
     * @param int $version the one that was looked at before sending
     * @param bool $invite recipients who can't open the portal yet are invited in the same step
     * @throws DomainError 400 naming what is missing, 404, or 409 when it was issued or changed meanwhile
     */
    public function handle(int $id, int $version, Actor $actor, bool $invite = false): Invoice
    {
        try {
            return $this->once($id, $version, $actor, $invite);
        } catch (DayTurned) {
            return $this->once($id, $version, $actor, $invite);
        }
    }

    /**
     * Whether it could be issued now; changes nothing. Not to be called in a transaction either.
     *
     * @throws DomainError as issuing it would
     */
    public function check(Invoice $draft): void
    {
        $this->prepare->of($draft, false);
    }

    private function once(int $id, int $version, Actor $actor, bool $invite): Invoice
    {
        $prepared = $this->prepare->handle($id, $version, $invite);

        $invoice = $this->changes->run($actor, function (Change $change) use ($prepared, $invite, $actor): Invoice {
            if ($invite) {
                $this->invite->handle($prepared->client, $prepared->recipients, $actor);
            }

            return $this->issue($change, [$prepared])[0];
        });

        return $this->credit->issued($invoice);
    }

    /**
     * Many drafts in one transaction: all of them, or none where one can't be issued. Their numbers follow each other.
     *
     * @param list<Invoice> $drafts as they are
     * @return list<Invoice>
     * @throws DomainError|DayTurned
     */
    public function together(array $drafts, Actor $actor): array
    {
        $prepared = array_map(fn (Invoice $draft): PreparedIssue => $this->prepare->of($draft, false), $drafts);

        return array_map($this->credit->issued(...), $this->changes->run($actor, fn (Change $change): array => $this->issue($change, $prepared)));
    }

    /**
     * @param list<PreparedIssue> $all
     * @return list<Invoice>
     */
    private function issue(Change $change, array $all): array
    {
        $this->leave_work($change, $all);
        // From here on everybody else who issues waits.
        $issued = array_map(fn (PreparedIssue $prepared, GivenNumber $number): Issued => new Issued($prepared, $number, $this->settle->at_issue($prepared->draft), $this->clock->now()), $all, $this->numbers($all));
        $this->number($issued);

        return array_map(fn (Issued $one): Invoice => $this->numbered($change, $one), $issued);
    }

    /**
     * Their mails and their work name invoices by their ids, so they are left before anybody has to wait for these numbers.
     *
     * @param list<PreparedIssue> $all
     */
    private function leave_work(Change $change, array $all): void
    {
        foreach ($all as $prepared) {
            $draft = $prepared->draft;
            if ($draft->coupon !== null) {
                $this->coupons->take($draft->coupon->id, $draft->coupon->code, $draft->client_id);
            }
            $change->job(self::MAKE_PDF, $draft->id, $this->clock->now()->modify('+' . self::MAKE_PDF_AFTER . ' seconds'));
        }
        $this->mails->issued($change, array_map(static fn (PreparedIssue $prepared): array => [$prepared->draft, $prepared->recipients], $all));
    }

    /**
     * @param list<PreparedIssue> $all
     * @return list<GivenNumber> in their order
     */
    private function numbers(array $all): array
    {
        $series = [];
        foreach ($all as $index => $prepared) {
            $series["{$prepared->draft->kind->value} {$prepared->issue_date}"][] = $index;
        }
        // Everybody who issues of several series takes them in this order.
        ksort($series);
        $numbers = [];
        foreach ($series as $of_series) {
            $first = $all[$of_series[0]];
            $numbers += array_combine($of_series, $this->series->next_of_many($first->draft->kind, $first->format, $first->issue_date, count($of_series)));
        }
        ksort($numbers);

        return array_values($numbers);
    }

    /** @param list<Issued> $all */
    private function number(array $all): void
    {
        foreach ($all as $one) {
            if (! $one->prepared->is_of_today()) {
                // Somebody may have a number of tomorrow already: dates go up as numbers do.
                throw new DayTurned();
            }
        }
        try {
            $hit = $this->writes->issue($all);
        } catch (UniqueViolation) {
            throw Refusals::number_taken($all[0]->number->text);
        }
        if (! $hit) {
            throw $this->invoices->get($all[0]->prepared->draft->id, Viewer::system())->is_draft() ? Refusals::changed_meanwhile() : Refusals::not_a_draft();
        }
    }

    private function numbered(Change $change, Issued $issued): Invoice
    {
        $prepared = $issued->prepared;
        $number = $issued->number;
        $draft = $prepared->draft;
        $coupon = $draft->coupon;
        $this->forms->keep($draft->kind, $draft->id, $prepared->form->with($number, $issued->at));
        $said = ['number' => $number->text, 'amount' => $draft->total, 'currency' => $draft->currency->code];
        $change->event($draft->is_pro_forma() ? 'pro_forma.sent' : 'invoice.sent', [['invoice', $draft->id]], $draft->client_id, $said + ['recipients' => implode(', ', array_column($prepared->recipients, 'email'))]);
        if ($coupon !== null) {
            $this->coupons->record($change, $coupon->id, $coupon->code, $draft->client_id, $draft->id, $number->text, new Money($coupon->amount, $draft->currency));
        }
        $invoice = $draft->issued_as($number->text, $prepared->issue_date, $issued->sum, $issued->at);
        // An invoice over nothing is paid: nobody is asked for money.
        $this->settle->issued($change, $invoice);
        $this->credit->issues($change, $invoice);
        if ($draft->is_pro_forma()) {
            /**
             * Fires once a pro forma invoice is issued: it has its number, and its email is queued.
             *
             * @param int $pro_forma_id
             * @since 0.2.0
             */
            $change->hook('pro_forma_issued', $draft->id);

            return $invoice;
        }
        /**
         * Fires once an invoice is issued: it has its number, and its email is queued. Also
         * for an invoice created by the payment of a pro forma invoice.
         *
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('invoice_issued', $draft->id);

        return $invoice;
    }
}
