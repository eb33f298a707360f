<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\Recipients;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** Tells the agency that a client wants to cancel, and whoever asked what came of it; once for each. */
final readonly class RequestMails
{
    /**
     * @param Closure(): Recipients $recipients
     * @param Closure(): Business $business
     */
    public function __construct(private ClientRepository $clients, private ContactRepository $contacts, private Closure $recipients, private Closure $business)
    {
    }

    public function requested(Change $change, int $request_id, Subscription $subscription): void
    {
        $business = ($this->business)();
        if ($business->email === '') {
            return;
        }
        $change->mail(new Mail('cancellation_requested', "cancellation_requested:{$request_id}", $business->email, $business->name, '', data: [
            'request_id' => $request_id,
            'subscription_id' => $subscription->id,
            'subscription' => $subscription->name(),
            'billed_until' => (string) $subscription->billed_until,
            'client' => $this->clients->get($subscription->client_id, Viewer::system())->name,
            'contact' => $change->actor->name,
        ]));
    }

    /** @param string $day the first that does not belong to it any more, "2026-03-31" */
    public function accepted(Change $change, CancellationRequest $request, Subscription $subscription, string $day): void
    {
        $this->to_client($change, 'cancellation_accepted', $request, $subscription, ['day' => $day, 'is_over' => $subscription->status === SubscriptionStatus::Ended]);
    }

    public function declined(Change $change, CancellationRequest $request, Subscription $subscription): void
    {
        $this->to_client($change, 'cancellation_declined', $request, $subscription, []);
    }

    /** @param array<string, scalar|null> $data */
    private function to_client(Change $change, string $message, CancellationRequest $request, Subscription $subscription, array $data): void
    {
        $client = $this->clients->get($subscription->client_id, Viewer::system());
        foreach ($this->people($client, $request) as $email => $name) {
            $change->mail(new Mail($message, "{$message}:{$request->id}:" . strtolower($email), $email, $name, $client->locale !== '' ? $client->locale : ($this->business)()->locale, $client->id, $client->portal_id, null, $data + [
                'request_id' => $request->id,
                'subscription_id' => $subscription->id,
                'subscription' => $subscription->name(),
            ]));
        }
    }

    /** @return array<string, string> names by address: whoever asked, or, where they are gone, those who get the client's bills */
    private function people(Client $client, CancellationRequest $request): array
    {
        $contact = $request->contact_id === null ? null : $this->contacts->find($request->contact_id, Viewer::system());
        if ($contact instanceof Contact) {
            return $contact->access === Access::Suspended ? [] : [$contact->email => $contact->name];
        }

        return array_column(array_filter(($this->recipients)()->billing($client), static fn (array $one): bool => $one['copy'] === ''), 'name', 'email');
    }
}
