<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\IdentityModule;
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
        $session->look_at_client_of_invoice($this->invoice_of($second->client_id));
        self::assertSame('Second', $session->current()?->client->name, 'A mailed link to an invoice of the other one.');
        $session->look_at_client_of_invoice($this->invoice_of($this->client('Not hers')->id));
        self::assertSame('Second', $session->current()?->client->name, 'Never another’s.');
    }

    private function invoice_of(int $client_id): int
    {
        return $this->plugin->database()->insert('invoices', [
            'client_id' => $client_id, 'portal_id' => $this->portal->id, 'status' => 'draft', 'settlement' => 'unpaid', 'currency' => 'EUR',
            'tax_mode' => 'exclusive', 'message' => '', 'subtotal' => 0, 'discounted' => 0, 'net' => 0, 'tax' => 0, 'total' => 0, 'taxes' => '[]',
            'due_date' => '2026-12-31', 'created_at' => self::stamp('now'),
        ]);
    }
}
