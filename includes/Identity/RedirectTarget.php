<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Viewer;

/** Where to go after the log-in: into the portal, at the place that was asked for if it is one of its own. */
final readonly class RedirectTarget
{
    /** What the portal's page understands; see PortalUrls. */
    private const KNOWN = '/^[A-Za-z0-9_-]{1,40}$/';

    public function __construct(private ContactRepository $contacts, private ClientRepository $clients, private PortalRepository $portals, private PortalUrls $urls)
    {
    }

    /** Never the address that was sent: that of the contact's own portal, with the view taken from it. */
    public function of(Contact $contact, string $wanted = ''): string
    {
        $portal = $this->portals->get($this->clients->get($contact->client_id, Viewer::system())->portal_id);
        $home = $this->urls->portal($portal);
        if ($wanted === '' || preg_match('#^(https?://[^/\\\\]|/[^/\\\\])#i', $wanted) !== 1) {
            return $home;
        }
        $given = wp_parse_url($wanted);
        $own = wp_parse_url($home);
        if (! is_array($given) || ! is_array($own)) {
            return $home;
        }
        // A path alone is of this site.
        $is_here = ! isset($given['host']) || $this->origin($given) === $this->origin($own);
        if (! $is_here || isset($given['user']) || rtrim($given['path'] ?? '/', '/') !== rtrim($own['path'] ?? '/', '/')) {
            return $home;
        }
        wp_parse_str($given['query'] ?? '', $arguments);
        $view = array_filter(
            array_intersect_key($arguments, ['view' => true, 'id' => true, PortalUrls::CLIENT => true]),
            static fn (mixed $value): bool => is_string($value) && preg_match(self::KNOWN, $value) === 1
        );

        return $this->urls->portal($portal, $view);
    }

    /** The portal of this client, for somebody who may be another one's contact too. */
    public function in_client(Contact $contact): string
    {
        $portal = $this->portals->get($this->clients->get($contact->client_id, Viewer::system())->portal_id);
        $has_several = $contact->user_id !== null && count($this->contacts->active_of_user($contact->user_id)) > 1;

        return $this->urls->portal($portal, $has_several ? [PortalUrls::CLIENT => $contact->client_id] : []);
    }

    /** @param array<string, int|string> $parts */
    private function origin(array $parts): string
    {
        return strtolower("{$parts['scheme']}://{$parts['host']}:" . ($parts['port'] ?? ''));
    }
}
