<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\Renewal;

/** Tells the agency what it has to look at, once for each. */
final readonly class SubscriptionMails
{
    /** @param Closure(): Business $business */
    public function __construct(private ClientRepository $clients, private Closure $business)
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

    /** @param array<string, int|string> $data */
    private function to_agency(Change $change, string $message, string $reason, int $client_id, array $data): void
    {
        $business = ($this->business)();
        if ($business->email !== '') {
            $change->mail(new Mail($message, $reason, $business->email, $business->name, '', null, null, null, $data + [
                'client_id' => $client_id,
                'client' => (string) $this->clients->find($client_id, Viewer::system())?->name,
            ]));
        }
    }
}
