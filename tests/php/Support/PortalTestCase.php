<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\KnownDevice;
use Counterfoil\Plugin;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;
use WP_User;

/** Tests with a portal, its pages, and people who log in there. */
abstract class PortalTestCase extends IntegrationTestCase
{
    use ReadyToBill;

    protected const PASSWORD = 'four calm words here';

    protected Plugin $plugin;
    protected Portal $portal;

    /** @var list<array{user: int, token: string}> each log-in cookie that was given */
    protected array $cookies = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = Plugin::instance();
        $this->plugin->module(IdentityModule::class)->session()->forget();
        // No browser reads these; what would have been set is noted.
        add_filter('send_auth_cookies', '__return_false');
        add_action('set_logged_in_cookie', function (string $cookie, int $expire, int $expiration, int $user, string $scheme, string $token): void {
            $this->cookies[] = ['user' => $user, 'token' => $token];
        }, 10, 6);
        $portals = $this->plugin->module(PortalsModule::class)->portals();
        $portals->save_pages($portals->default()->id, $this->page('Log in'), $this->page('Portal'));
        $this->portal = $portals->default();
        $this->enter_stripe_keys();
        $_SERVER['REMOTE_ADDR'] = '203.0.113.' . random_int(1, 254);
    }

    protected function page(string $title): int
    {
        return wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => $title . ' ' . bin2hex(random_bytes(3))]);
    }

    protected function client(string $name = 'Acme GmbH', string $email = '', string $locale = ''): Client
    {
        $clients = $this->plugin->module(ClientsModule::class)->clients();

        return $clients->get($clients->insert($this->portal->id, new ClientDetails($name, $email, '', new Address(), '', Currency::of('EUR'), $locale)), Viewer::system());
    }

    protected function contact(Client $client, string $email, string $name = 'Jane Doe'): Contact
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return $clients->contacts()->get($clients->contacts()->insert($client->id, $clients->roles()->default()->id, $name, $email), Viewer::system());
    }

    /** Invites and lets accept, as people do. */
    protected function active_contact(Client $client, string $email, string $name = 'Jane Doe', string $password = self::PASSWORD): Contact
    {
        $contact = $this->contact($client, $email, $name);
        $token = $this->invite($contact);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => $password]));
        $this->outbox->mails = [];
        $this->cookies = [];
        // What follows comes from another browser.
        unset($_COOKIE[KnownDevice::name()]);

        return $this->again($contact);
    }

    /** @return string the secret of the mailed link */
    protected function invite(Contact $contact): string
    {
        $this->plugin->module(IdentityModule::class)->invitations()->send($contact, Actor::system());
        $this->send_mail();

        return $this->mailed_token($contact->email);
    }

    protected static function wp_user(int $id): WP_User
    {
        $user = get_userdata($id);

        return $user !== false ? $user : self::fail("There is no user {$id}.");
    }

    protected function again(Contact $contact): Contact
    {
        return $this->plugin->module(ClientsModule::class)->contacts()->get($contact->id, Viewer::system());
    }

    /** @return int how many were sent */
    protected function send_mail(): int
    {
        $before = $this->rows_of('outbox', "state = 'sent'");
        $this->plugin->module(SharedModule::class)->worker()->run(only: ['mail.send']);

        return $this->rows_of('outbox', "state = 'sent'") - $before;
    }

    /** The secret in the newest mail to somebody. */
    protected function mailed_token(string $email): string
    {
        $mails = $this->outbox->to($email);
        $newest = $mails[count($mails) - 1] ?? self::fail("No mail to {$email}.");
        preg_match('/token=([A-Za-z0-9_-]{43})(&|&#0?38;|&amp;)/', $newest['message'], $match);

        return $match[1] ?? self::fail("No link in the mail to {$email}.");
    }

    /** Rows of one of the plugin's tables. */
    protected function rows_of(string $table, string $condition = '1 = 1'): int
    {
        return (int) $this->plugin->database()->value("SELECT COUNT(*) FROM {$this->plugin->database()->table($table)} WHERE {$condition}");
    }

    protected static function stamp(string $when): string
    {
        return Timestamps::to_row(new DateTimeImmutable($when));
    }
}
