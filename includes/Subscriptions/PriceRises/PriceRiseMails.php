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

/** Tells a client that a subscription will cost more, that it won't after all, or what applies instead; once for each. */
final readonly class PriceRiseMails
{
    /** @param Closure(): Recipients $recipients */
    public function __construct(private ClientRepository $clients, private Closure $recipients)
    {
    }

    /**
     * @param Subscription $instead with what applies in its place
     * @param string $from "2026-03-31"
     */
    public function replaced(Change $change, AnnouncedRise $rise, Subscription $before, Subscription $instead, string $from): void
    {
        // Each change that takes its place has a set of items of its own.
        $this->tell($change, RiseNews::Replaced, $rise, $before, ":{$instead->item_set}", [
            'instead' => $instead->name(),
            'instead_amount' => array_sum($instead->amounts()),
            'instead_unit' => $instead->interval->unit,
            'instead_count' => $instead->interval->count,
            'instead_from' => $from,
        ]);
    }

    /**
     * @param string $which of several with the same news
     * @param array<string, int|string> $more that the letter reads
     */
    public function tell(Change $change, RiseNews $news, AnnouncedRise $rise, Subscription $subscription, string $which = '', array $more = []): void
    {
        $client = $this->clients->get($subscription->client_id, Viewer::system());
        foreach (($this->recipients)()->billing($client) as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $change->mail(new Mail($news->value, "{$news->value}:{$rise->id}{$which}:" . strtolower($email), $email, $name, $locale, $client->id, $client->portal_id, null, [
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
            ] + $more + array_filter(['copy' => $copy])));
        }
    }
}
