<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\MailPurpose;
use Counterfoil\Clients\Recipients;
use Counterfoil\Clients\SuspendClient;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\SubscriptionChange;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Settings\LastStep;

/** Tells clients what became of charges, and the agency what it has to look at; once for each. */
final readonly class SubscriptionMails
{
    /**
     * @param Closure(): Recipients $recipients
     * @param Closure(): Business $business
     * @param Closure(): SuspendClient $suspend
     */
    public function __construct(private ClientRepository $clients, private Closure $recipients, private InvoiceRepository $invoices, private Closure $business, private Closure $suspend)
    {
    }

    /** More periods are behind than are billed unasked. */
    public function held(Change $change, Subscription $subscription, int $periods): void
    {
        $this->to_agency($change, 'subscription_held', "subscription_held:{$subscription->id}:{$subscription->version}", $subscription->client_id, ['subscription_id' => $subscription->id, 'periods' => $periods]);
    }

    /** No bill can be made of something that is due. */
    public function blocked(Change $change, Renewal $renewal, string $why): void
    {
        $this->to_agency($change, 'subscription_blocked', "subscription_blocked:{$renewal->id}:" . substr(hash('sha256', $why), 0, 16), $renewal->client_id, ['why' => $why]);
    }

    /** Days that were billed and are not wanted can't be credited. */
    public function change_blocked(Change $change, SubscriptionChange $settled, Subscription $subscription, string $why): void
    {
        $this->to_agency($change, 'subscription_blocked', "subscription_change_blocked:{$settled->id}:" . substr(hash('sha256', $why), 0, 16), $subscription->client_id, ['why' => $why]);
    }

    /**
     * A bill could not be charged: the client hears why, what happens next, and what they can do.
     *
     * @param string|null $next the day of the next try, "2026-03-31"; null where there is none
     */
    public function try_failed(Change $change, Renewal $renewal, Payment $payment, FailureReason $reason, ?string $next): void
    {
        $client = $this->clients->find($renewal->client_id, Viewer::system());
        $invoice = $renewal->invoice_id === null ? null : $this->invoices->find($renewal->invoice_id, Viewer::system());
        if ($client === null || $invoice === null) {
            return;
        }
        foreach (($this->recipients)()->billing($client, MailPurpose::Receipts) as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $change->mail(new Mail('renewal_failed', "renewal_failed:{$renewal->id}:{$payment->id}:" . strtolower($email), $email, $name, $locale, $client->id, $invoice->portal_id, $invoice->id, [
                'amount' => $payment->amount->amount,
                'currency' => $payment->amount->currency->code,
                'method' => $payment->method,
                'reason' => $reason->value,
                'next_on' => (string) $next,
            ] + array_filter(['copy' => $copy])));
        }
    }

    /**
     * The last try failed, or nobody paid for too long.
     *
     * @param LastStep|null $step that was taken; null where its subscriptions were left as they were
     */
    public function unpaid(Change $change, Renewal $renewal, ?LastStep $step): void
    {
        $this->to_agency($change, 'subscription_unpaid', "subscription_unpaid:{$renewal->id}:{$renewal->tries}", $renewal->client_id, ['step' => (string) $step?->value], $renewal->invoice_id);
    }

    /** The portal is closed to a client: they hear why, and how they get in again. The agency hears of it with unpaid(). */
    public function suspended(Change $change, Renewal $renewal): void
    {
        $client = $this->clients->find($renewal->client_id, Viewer::system());
        if ($client === null) {
            return;
        }
        foreach (($this->suspend)()->told($client) as ['email' => $email, 'name' => $name, 'locale' => $locale]) {
            $reason = "access_suspended:{$client->id}:" . (string) $client->suspended_at?->getTimestamp() . ':' . strtolower($email);
            $change->mail(new Mail('access_suspended', $reason, $email, $name, $locale, $client->id, $client->portal_id, $renewal->invoice_id));
        }
    }

    /** A suspended client has paid what was overdue. The client hears of it where it gets its access back. */
    public function restored(Change $change, Client $client, Invoice $invoice): void
    {
        $this->to_agency($change, 'client_restored', "client_restored:{$client->id}:" . (string) $client->suspended_at?->getTimestamp(), $client->id, [], $invoice->id);
    }

    /** @param array<string, int|string> $data */
    private function to_agency(Change $change, string $message, string $reason, int $client_id, array $data, ?int $invoice_id = null): void
    {
        $business = ($this->business)();
        if ($business->email !== '') {
            $change->mail(new Mail($message, $reason, $business->email, $business->name, '', null, null, $invoice_id, $data + [
                'client_id' => $client_id,
                'client' => (string) $this->clients->find($client_id, Viewer::system())?->name,
            ]));
        }
    }
}
