<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Recipients;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;

/** Tells a client that a subscription will cost more, or that it won't after all; once for each. */
final readonly class PriceRiseMails
{
    /** @param Closure(): Recipients $recipients */
    public function __construct(private ClientRepository $clients, private Closure $recipients)
    {
    }

    public function announced(Change $change, AnnouncedRise $rise, Subscription $subscription): void
    {
        $this->tell($change, 'price_rise', $rise, $subscription);
    }

    public function withdrawn(Change $change, AnnouncedRise $rise, Subscription $subscription): void
    {
        $this->tell($change, 'price_rise_withdrawn', $rise, $subscription);
    }

    private function tell(Change $change, string $message, AnnouncedRise $rise, Subscription $subscription): void
    {
        $client = $this->clients->get($subscription->client_id, Viewer::system());
        foreach (($this->recipients)()->billing($client) as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $change->mail(new Mail($message, "{$message}:{$rise->id}:" . strtolower($email), $email, $name, $locale, $client->id, $client->portal_id, null, [
                'subscription_id' => $subscription->id,
                'subscription' => $subscription->name(),
                'first_on' => $rise->first_on,
                'old' => $rise->old_amount,
                'new' => $rise->new_amount,
                'currency' => $subscription->currency->code,
                'tax_mode' => $subscription->tax_mode->value,
                'interval_unit' => $subscription->interval->unit,
                'interval_count' => $subscription->interval->count,
                'words' => $rise->message,
            ] + array_filter(['copy' => $copy])));
        }
    }
}
