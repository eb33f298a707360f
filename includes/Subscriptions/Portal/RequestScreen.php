<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Where a client asks to cancel a subscription. Its form posts to the subscription's own page. */
final readonly class RequestScreen implements Screen
{
    public const WORD = 'request-cancellation';

    public function __construct(private SubscriptionRepository $subscriptions, private RequestForm $form)
    {
    }

    public function needs(): string
    {
        return 'subscriptions.manage';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        return $this->subscriptions->find((int) $location->id, Viewer::system())?->client_id;
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return $this->form->opened($reader, $this->subscriptions->get((int) $location->id, $reader->viewer), new PostedRequest());
    }
}
