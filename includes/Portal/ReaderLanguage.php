<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Identity\TokenRepository;
use Counterfoil\Payments\Links\LinkedBill;
use Counterfoil\Portals\Location;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;
use WP_REST_Request;

/** Whose language the portal speaks: of the client who is logged in, else of whoever a mailed link is for. */
final class ReaderLanguage
{
    /** What clients and those who want to log in ask; the rest is the staff's. */
    private const ROUTES = '~^/counterfoil/v1/(portal/|session$|password-resets|magic-links|invitations/)~';

    /** What the bearer of a link asks. */
    private const BILLS = '~^/counterfoil/v1/portal/bills/(\d{1,15})/~';

    /** @var list<bool> of the routes being answered, the innermost last: whether its language has to be left */
    private array $speaking = [];

    /**
     * @param Closure(): Business $business
     * @param Closure(): LinkDoor $door
     */
    public function __construct(
        private readonly PortalSession $session,
        private readonly TokenRepository $tokens,
        private readonly ContactRepository $contacts,
        private readonly ClientRepository $clients,
        private readonly Closure $business,
        private readonly Closure $door,
    ) {
    }

    /** Hooked to template_redirect: a private page is in it to its end. */
    public function speak_on_page(): void
    {
        if (PrivatePages::is_private()) {
            $location = Location::current();
            if (LinkedBill::is_at($location)) {
                Languages::enter($this->of_link($location->link));

                return;
            }
            // phpcs:ignore WordPress.Security -- only compared, by its hash; nothing is changed by it
            Languages::enter($this->locale(wp_unslash($_GET['token'] ?? '')));
        }
    }

    /**
     * Hooked to rest_request_before_callbacks: refusals are in it too, so it is spoken before permission is asked for.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    public function speak_on_route(mixed $response, WP_REST_Request $request): mixed
    {
        if (self::is_for_readers($request)) {
            try {
                $locale = preg_match(self::BILLS, $request->get_route(), $found) === 1 ? $this->of_link((int) $found[1]) : $this->locale($request->get_param('token'));
            } catch (DatabaseError) {
                // The route itself will come to it, and answers.
                $locale = '';
            }
            $this->speaking[] = Languages::enter($locale);
        }

        return $response;
    }

    /**
     * Hooked to rest_request_after_callbacks.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    public function fall_silent(mixed $response, WP_REST_Request $request): mixed
    {
        if (self::is_for_readers($request) && array_pop($this->speaking) === true) {
            Languages::leave();
        }

        return $response;
    }

    /**
     * @param mixed $secret of the mailed link, as it came with the request
     * @return string WordPress' locale; empty for somebody unknown, who reads the page as the site shows it
     */
    public function locale(#[SensitiveParameter] mixed $secret): string
    {
        $client = $this->session->current()->client ?? (is_string($secret) && $secret !== '' ? $this->client_of_link($secret) : null);

        return match (true) {
            $client === null => '',
            $client->locale !== '' => $client->locale,
            // As in the mails to them.
            default => ($this->business)()->locale,
        };
    }

    /** @param WP_REST_Request<array<string, mixed>> $request */
    public static function is_for_readers(WP_REST_Request $request): bool
    {
        return preg_match(self::ROUTES, $request->get_route()) === 1;
    }

    private function of_link(?int $link_id): string
    {
        $locale = ($this->door)()->language($link_id);

        return $locale !== '' ? $locale : ($this->business)()->locale;
    }

    private function client_of_link(#[SensitiveParameter] string $secret): ?Client
    {
        foreach (TokenPurpose::cases() as $purpose) {
            $token = $this->tokens->find($purpose, $secret);
            $contact = $token === null ? null : $this->contacts->find($token->contact_id, Viewer::system());
            if ($contact !== null) {
                return $this->clients->find($contact->client_id, Viewer::system());
            }
        }

        return null;
    }
}
