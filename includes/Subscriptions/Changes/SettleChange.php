<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditInvoice;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionMails;
use Counterfoil\Subscriptions\SubscriptionRepository;
use DateTimeImmutable;

/**
 * Credits the days that a change made useless, invoice by invoice, and then lets the bill of what comes in their stead be made: what had
 * been paid for them pays that. Killed anywhere, the next run finds what was credited by its key.
 */
final readonly class SettleChange
{
    public const JOB = 'subscriptions.settle_change';

    /** An invoice that somebody else changes at the same time is read again so often. */
    private const READS = 5;

    /** Money for one of the invoices is on its way. */
    private const LATER = '+6 hours';

    /** @param Closure(int): string $language of an invoice's paper */
    public function __construct(
        private Changes $changes,
        private ChangeRepository $repository,
        private SubscriptionRepository $subscriptions,
        private RenewalRepository $renewals,
        private InvoiceRepository $invoices,
        private CreditNoteRepository $notes,
        private CreditInvoice $credit,
        private UnderWayQuery $under_way,
        private SubscriptionMails $mails,
        private Clock $clock,
        private Closure $language,
    ) {
    }

    /** @return DateTimeImmutable|null when to come again; null when it is settled */
    public function handle(int $id, int $attempt): ?DateTimeImmutable
    {
        $settled = $this->repository->find($id);
        if ($settled === null || $settled->is_settled) {
            return null;
        }
        // Credited before its money is there, that would neither pay what comes in their stead nor go back.
        if ($this->under_way->on_their_way(array_keys($settled->credits)) !== []) {
            return $this->clock->now()->modify(self::LATER);
        }
        try {
            $kept = 0;
            foreach ($settled->credits as $invoice_id => $extent) {
                $note = $this->credit($settled, $invoice_id, $extent);
                $kept += $note?->surplus_to === Surplus::Keep ? $note->surplus : 0;
            }
        } catch (DomainError $error) {
            $this->block($settled, $error->getMessage());

            return BillRenewal::come_again($this->clock->now(), $attempt);
        }
        $this->settled($settled, $kept);

        return null;
    }

    /** @return CreditNote|null null where nothing is left to credit */
    private function credit(SubscriptionChange $settled, int $invoice_id, CreditExtent $extent): ?CreditNote
    {
        $key = "subscription_change:{$settled->id}:{$invoice_id}";
        $reason = DocumentLanguage::speak(($this->language)($invoice_id), static fn (DocumentLanguage $language): string => $settled->kind->reason($language->day($settled->day)));
        for ($read = 1; ; $read++) {
            $known = $this->notes->find_by_key($key);
            if ($known !== null) {
                return $known;
            }
            try {
                return $this->credit->handle($invoice_id, $this->invoices->get($invoice_id, Viewer::system())->version, $extent, $reason, $settled->surplus_to, Viewer::system(), $key);
            } catch (DomainError $error) {
                if (in_array($error->reason, ['nothing_to_credit', 'invoice_void'], true)) {
                    return null;
                }
                if ($error->reason !== 'invoice_changed' || $read === self::READS) {
                    throw $error;
                }
            }
        }
    }

    private function settled(SubscriptionChange $settled, int $kept): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($settled, $kept): void {
            $subscription = $this->subscription($settled);
            if (! $this->repository->settled($settled->id)) {
                return;
            }
            $change->event('subscription.days_credited', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $settled->day]);
            if ($settled->renewal_id !== null) {
                $this->renewals->note($settled->renewal_id, ['credit' => $kept]);
                $change->job(BillRenewal::JOB, $settled->renewal_id);
            }
        });
    }

    /** People have to mend something first: the agency is told, once for each reason. */
    private function block(SubscriptionChange $settled, string $why): void
    {
        $why = mb_substr($why, 0, 500);
        if ($settled->blocked === $why) {
            return;
        }
        $this->changes->run(Actor::system(), function (Change $change) use ($settled, $why): void {
            $subscription = $this->subscription($settled);
            $this->repository->blocked($settled->id, $why);
            $change->event('subscription.blocked', [['subscription', $subscription->id]], $subscription->client_id, ['why' => $why]);
            $this->mails->change_blocked($change, $settled, $subscription, $why);
        });
    }

    private function subscription(SubscriptionChange $settled): Subscription
    {
        return $this->subscriptions->get($settled->subscription_id, Viewer::system());
    }
}
