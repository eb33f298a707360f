<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Clients\Client;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Viewer;

/** A client's websites: added, changed, taken away. */
final readonly class ChangeWebsite
{
    public function __construct(private Changes $changes, private WebsiteRepository $websites, private WebsiteUse $use)
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

        return $this->changes->run($by, function (Change $change) use ($client, $body, $url): Website {
            $website = $this->websites->get($this->websites->insert($client->id, Input::line($body['name']), $url), Viewer::system());
            $this->record($change, 'website.created', $website);
            /**
             * Fires after a website is added to a client.
             *
             * @param int $website_id
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('website_created', $website->id, $client->id);

            return $website;
        });
    }

    /**
     * @param array{name: string, url: string} $body
     * @throws DomainError 400, 404
     */
    public function update(int $id, array $body, Viewer $viewer): Website
    {
        $url = Input::url($body['url'], '/url');

        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $body, $url, $viewer): Website {
            $this->websites->update($this->websites->get($id, $viewer)->id, Input::line($body['name']), $url);
            $website = $this->websites->get($id, $viewer);
            $this->record($change, 'website.updated', $website);
            /**
             * Fires after a website's name or address changes.
             *
             * @param int $website_id
             * @since 0.2.0
             */
            $change->hook('website_updated', $id);

            return $website;
        });
    }

    /** @throws DomainError 404, 409 */
    public function delete(int $id, Viewer $viewer): void
    {
        $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): void {
            $website = $this->websites->get($id, $viewer);
            $this->websites->delete($id);
            // Looked up after the row is locked: a bill that names it by now is seen.
            if (in_array($id, $this->use->used_of_client($website->client_id), true)) {
                throw DomainError::conflict('website_used', __('This website is used on an invoice or a subscription and can’t be deleted.', 'counterfoil'));
            }
            $this->record($change, 'website.deleted', $website);
            /**
             * Fires after a website that is on no invoice and no subscription is deleted.
             *
             * @param int $website_id id of the deleted website
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('website_deleted', $id, $website->client_id);
        });
    }

    private function record(Change $change, string $type, Website $website): void
    {
        $change->event($type, [['client', $website->client_id]], $website->client_id, ['name' => $website->name, 'url' => $website->url]);
    }
}
