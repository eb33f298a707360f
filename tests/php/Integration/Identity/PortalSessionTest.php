<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Contact;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Tests\Support\PortalTestCase;

/** Who somebody is in the portal, and what they may, with each request anew. */
final class PortalSessionTest extends PortalTestCase
{
    use UsesTheLogIn;

    public function test_abuse_08_who_was_suspended_sees_nothing_at_once(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $session = $this->plugin->module(IdentityModule::class)->session();
        $this->act_as((int) $contact->user_id);
        self::assertSame($contact->id, $session->current()?->contact->id);

        $this->plugin->database()->update('contacts', ['access' => 'suspended'], ['id' => $contact->id]);
        $session->forget();

        self::assertNull($session->current());
        self::assert_status(400, $this->log_in('jane@client.test', self::PASSWORD));
        $this->rest('POST', '/counterfoil/v1/magic-links', ['email' => 'jane@client.test']);
        $this->rest('POST', '/counterfoil/v1/password-resets', ['email' => 'jane@client.test']);
        $this->send_mail();
        $this->assert_no_mail();
    }

    public function test_portal_permissions(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $session = $this->plugin->module(IdentityModule::class)->session();
        $status = static function (int $user) use ($session): int {
            wp_set_current_user($user);
            try {
                $session->viewer('billing.manage');
            } catch (\Counterfoil\Shared\DomainError $error) {
                return $error->status;
            }

            return 200;
        };

        self::assertSame(401, $status(0), 'X');
        self::assertSame(403, $status($this->user()), 'S');
        self::assertSame(403, $status($this->administrator()));
        self::assertSame(200, $status((int) $contact->user_id));
        $role = $this->plugin->database()->insert('roles', ['slug' => 'nothing', 'name' => 'Nothing', 'permissions' => '["billing.view"]']);
        $this->plugin->database()->update('contacts', ['role_id' => $role], ['id' => $contact->id]);
        // The next request.
        $this->plugin->module(IdentityModule::class)->session()->forget();
        self::assertContains($status((int) $contact->user_id), [403], 'V');
    }

    public function test_several_clients_of_one_person_are_kept_apart(): void
    {
        $first = $this->active_contact($this->client('First'), 'jane@client.test');
        $second = $this->contact($this->client('Second'), 'jane@client.test');
        $token = $this->invite($second);
        self::assert_status(400, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => 'another password']));
        self::assertNull($this->again($second)->user_id);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => self::PASSWORD]));

        $second = $this->again($second);
        self::assertSame($first->user_id, $second->user_id);
        $this->act_as((int) $first->user_id);
        $session = $this->plugin->module(IdentityModule::class)->session();
        $session->forget();
        self::assertSame('First', $session->current()?->client->name);
        $this->outbox->mails = [];
        $session->look_at($second->client_id);
        self::assertSame('Second', $session->current()?->client->name, 'A mailed link to an invoice of the other one.');
        self::assertSame([['id' => $first->client_id, 'name' => 'First']], $session->other_clients());
        $session->look_at($this->client('Not hers')->id);
        self::assertSame('Second', $session->current()?->client->name, 'Never another’s.');

        $session->forget();
        self::assertSame('First', $session->current()?->client->name, 'Looking has changed nothing.');
        self::assertSame('', get_user_meta((int) $first->user_id, PortalSession::CHOICE, true));
    }

    public function test_an_address_names_a_client_of_ones_own_and_no_other(): void
    {
        [$first, $second] = $this->two_clients();
        $stranger = $this->client('Not hers');
        $looked_at = function (string $client) use ($first): string {
            $_GET = $client === '' ? [] : ['_client' => $client];
            $this->act_as((int) $first->user_id);
            $session = $this->plugin->module(IdentityModule::class)->session();
            $session->forget();

            return $session->current()->client->name ?? '';
        };
        self::assertSame(['First', 'Second', 'First', 'First'], [$looked_at(''), $looked_at((string) $second->client_id), $looked_at((string) $stranger->id), $looked_at('x')]);
        $_GET = [];
        self::assert_status(200, $this->rest('GET', "/counterfoil/v1/portal/invoices?_client={$second->client_id}", null, (int) $first->user_id));
        $this->plugin->database()->update('contacts', ['access' => 'suspended'], ['id' => $second->id]);
        self::assertSame('First', $looked_at((string) $second->client_id));
    }

    public function test_the_choice_is_made_by_posting_it(): void
    {
        [$first, $second] = $this->two_clients();
        $stranger = $this->client('Not hers');
        $user = (int) $first->user_id;
        $this->act_as($user);
        $session = $this->plugin->module(IdentityModule::class)->session();
        $session->forget();
        $session->choose($second->client_id);
        self::assertSame('Second', $session->current()?->client->name);
        $session->forget();
        self::assertSame('Second', $session->current()?->client->name);
        try {
            $session->choose($stranger->id);
            self::fail('Chosen.');
        } catch (\Counterfoil\Shared\DomainError $error) {
            self::assertSame(404, $error->status);
        }
        self::assertSame((string) $second->client_id, get_user_meta($user, PortalSession::CHOICE, true));
        self::assertSame([['id' => $first->client_id, 'name' => 'First']], $session->other_clients());
    }

    /** @return array{Contact, Contact} of one person */
    private function two_clients(): array
    {
        $first = $this->active_contact($this->client('First'), 'jane@client.test');
        $second = $this->contact($this->client('Second'), 'jane@client.test');
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $this->invite($second), 'password' => self::PASSWORD]));

        return [$first, $this->again($second)];
    }
}
