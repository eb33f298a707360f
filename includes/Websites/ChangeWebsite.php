<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\Client;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;

/** A client's websites: added, changed, taken away. */
final readonly class ChangeWebsite
{
    public function __construct(private Database $database, private WebsiteRepository $websites, private EventLog $events)
    {
    }

    /**
     * @param array{name: string, url: string} $body
     * @param string $pointer where the website is in the request, "/websites/0"; empty when it is all of it
     * @throws DomainError 400
     */
    public function create(Client $client, array $body, Actor $by, string $pointer = ''): Website
    {
        $url = Input::url($body['url'], "{$pointer}/url");

        return $this->database->transaction(function () use ($client, $body, $url, $by): Website {
            $website = $this->websites->get($this->websites->insert($client->id, Input::line($body['name']), $url));
            $this->record('website.created', $website, $by);

            return $website;
        });
    }

    /**
     * @param array{name: string, url: string} $body
     * @throws DomainError 400, 404
     */
    public function update(int $id, array $body, Actor $by): Website
    {
        $url = Input::url($body['url'], '/url');

        return $this->database->transaction(function () use ($id, $body, $url, $by): Website {
            $this->websites->update($this->websites->get($id)->id, Input::line($body['name']), $url);
            $website = $this->websites->get($id);
            $this->record('website.updated', $website, $by);

            return $website;
        });
    }

    /** @throws DomainError 404, 409 */
    public function delete(int $id, Actor $by): void
    {
        $this->database->transaction(function () use ($id, $by): void {
            $website = $this->websites->get($id);
            if (! $this->websites->delete_unused($id)) {
                throw DomainError::conflict('website_used', __('This website is on an invoice, so it can’t be deleted.', 'counterfoil'));
            }
            $this->record('website.deleted', $website, $by);
        });
    }

    private function record(string $type, Website $website, Actor $by): void
    {
        $this->events->record($type, [['client', $website->client_id]], $website->client_id, $by, ['name' => $website->name, 'url' => $website->url]);
    }
}
