<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Invoices\Drafts\CreateDraft;
use Counterfoil\Invoices\Drafts\DeleteDraft;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssueInvoice;
use Counterfoil\Payments\Credit\UseCredit;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionMails;
use DateTimeImmutable;

/**
 * Makes the bill of claimed periods: a draft that the renewal names, in one change; then its number, its paper and its
 * mails, in another one. Killed between any two statements, the next run finds how far it had come and goes on.
 */
final readonly class BillRenewal
{
    public const JOB = 'subscriptions.bill';

    /** Something has to be mended first, by people: looked at every hour for a day, then once a day. */
    private const SOON = '+1 hour';
    private const LATER = '+1 day';
    private const TRIES_SOON = 24;

    /** The exchange rate of its day was just asked for: nobody has to do anything about that, unless no answer comes. */
    private const SHORTLY = '+2 minutes';
    private const TRIES_SHORTLY = 5;

    public function __construct(
        private Changes $changes,
        private RenewalRepository $renewals,
        private RenewalTerms $terms,
        private InvoiceRepository $invoices,
        private CreateDraft $create,
        private DeleteDraft $delete,
        private IssueInvoice $issue,
        private UseCredit $credit,
        private SubscriptionMails $mails,
        private Clock $clock,
    ) {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to come again; null when its bill is out
     */
    public function handle(int $renewal_id, int $attempt): ?DateTimeImmutable
    {
        $renewal = $this->renewals->find($renewal_id);
        if ($renewal === null || $renewal->state !== RenewalState::Claimed) {
            return null;
        }
        // What was in the way of an earlier one may be mended by now: its bill comes first.
        foreach ($this->renewals->blocked_of([$renewal->client_id]) as $before) {
            if ($before->id < $renewal->id) {
                $this->bill($before, self::TRIES_SOON, true);
            }
        }

        return $this->bill($renewal, $attempt);
    }

    /** @param bool $is_charged_later by a job of its own */
    private function bill(Renewal $renewal, int $attempt, bool $is_charged_later = false): ?DateTimeImmutable
    {
        try {
            $invoice = $this->draft_of($renewal);
            if ($invoice === null) {
                return $this->clock->now();
            }
            if ($invoice->is_draft()) {
                $invoice = $this->issue->handle($invoice->id, $invoice->version, Actor::system());
            }
            $this->pay_with_credit($renewal, $invoice);
        } catch (DomainError $error) {
            if (isset($error->fields['/exchange_rate']) && $attempt <= self::TRIES_SHORTLY) {
                return $this->clock->now()->modify(self::SHORTLY);
            }
            $this->block($renewal, $error->getMessage());

            return self::come_again($this->clock->now(), $attempt);
        }
        $this->billed($renewal, $invoice, $is_charged_later);

        return null;
    }

    /** People have to mend something first. */
    public static function come_again(DateTimeImmutable $now, int $attempt): DateTimeImmutable
    {
        return $now->modify($attempt <= self::TRIES_SOON ? self::SOON : self::LATER);
    }

    /** What was credited for the days that it replaces is paid already, unless all credit was used for it as it was issued. */
    private function pay_with_credit(Renewal $renewal, Invoice $invoice): void
    {
        if ($renewal->credit > 0) {
            $this->credit->for_new($invoice, $renewal->credit);
        }
    }

    /** @return Invoice|null null when another process was first */
    private function draft_of(Renewal $renewal): ?Invoice
    {
        $invoice = $renewal->invoice_id === null ? null : $this->invoices->find($renewal->invoice_id, Viewer::system());
        if ($invoice !== null && ! $this->is_out_of_date($renewal, $invoice)) {
            return $invoice;
        }
        $terms = $this->terms->of($renewal);
        if ($invoice !== null) {
            $this->refuse_again($renewal, $invoice, $terms);
            $this->delete->handle($invoice->id, Actor::system());
        }
        try {
            return $this->changes->run(Actor::system(), function (Change $change) use ($renewal, $terms): Invoice {
                $invoice = $this->create->handle($terms, $change->actor);

                return $this->renewals->set_invoice($renewal, $invoice->id) ? $invoice : throw new Overtaken();
            });
        } catch (Overtaken) {
            return null;
        }
    }

    /** It could not be issued, and nobody has mended it in the draft: what was mended elsewhere is in a new one. */
    private function is_out_of_date(Renewal $renewal, Invoice $invoice): bool
    {
        return $renewal->blocked !== '' && $invoice->is_draft() && $invoice->version === 1;
    }

    /**
     * A new draft would be refused as this one is: it stays, and no draft comes and goes with every look at it.
     *
     * @throws DomainError
     */
    private function refuse_again(Renewal $renewal, Invoice $draft, InvoiceTerms $terms): void
    {
        if (self::lines($this->invoices->terms($draft)) !== self::lines($terms)) {
            return;
        }
        try {
            $this->issue->check($draft);
        } catch (DomainError $error) {
            if (self::why($error->getMessage()) === $renewal->blocked) {
                throw $error;
            }
        }
    }

    /** @return list<list<mixed>> */
    private static function lines(InvoiceTerms $terms): array
    {
        return array_map(static fn (InvoiceLine $line): array => [$line->plan_id, $line->description, $line->quantity, $line->unit_price, $line->discount?->to_wire(), $line->tax?->to_wire(), $line->supply_from, $line->supply_to], $terms->lines);
    }

    private static function why(string $message): string
    {
        return mb_substr($message, 0, 500);
    }

    /** People have to mend something before it can be billed: the agency is told, once for each reason. */
    private function block(Renewal $renewal, string $message): void
    {
        $why = self::why($message);
        if ($renewal->blocked === $why) {
            return;
        }
        $this->changes->run(Actor::system(), function (Change $change) use ($renewal, $why): void {
            $this->renewals->note($renewal->id, ['blocked' => $why]);
            $change->event('subscription.blocked', $renewal->subjects(), $renewal->client_id, ['why' => $why]);
            $this->mails->blocked($change, $renewal, $why);
        });
    }

    private function billed(Renewal $renewal, Invoice $invoice, bool $is_charged_later): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($renewal, $invoice, $is_charged_later): void {
            // Of nothing it was paid as it was issued.
            if ($this->renewals->move($renewal, RenewalState::Billed, ['blocked' => ''])) {
                $change->event('subscription.billed', $renewal->by($invoice->id)->subjects(), $renewal->client_id, ['from' => $renewal->from]);
                if ($is_charged_later) {
                    $change->job(ChargeRenewal::JOB, $renewal->id);
                }
            }
        });
    }
}
