<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Role;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_Session_Tokens;

final class ContactsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesClients;

    public function test_a_contact_is_added_once(): void
    {
        $client = $this->client()['id'];
        $contact = $this->contact($client, 'Ann@Example.test');
        self::assertSame(['ann@example.test', 'none', 'Full access'], [$contact['email'], $contact['access'], $contact['role']['name']]);
        $before = $this->row_counts();
        self::refused(400, ['/email'], $this->rest('POST', "/counterfoil/v1/clients/{$client}/contacts", ['name' => 'Ann again', 'email' => 'ANN@example.test'], $this->staff));
        self::assertSame($before, $this->row_counts());
        // The same person may be a contact of another client.
        $this->contact($this->client('Other')['id'], 'ann@example.test');
        self::assert_status(404, $this->rest('POST', '/counterfoil/v1/clients/999999/contacts', ['name' => 'Ann', 'email' => 'ann@example.test'], $this->staff));
    }

    public function test_roles_are_listed(): void
    {
        $roles = self::fits('roles.list', $this->rest('GET', '/counterfoil/v1/roles', null, $this->staff))['items'];
        self::assertSame(['full-access'], array_column($roles, 'slug'));
        $role = Plugin::instance()->module(ClientsModule::class)->roles()->default();
        self::assertSame(Role::PERMISSIONS, $role->permissions);
    }

    public function test_name_role_and_address_change_while_there_is_no_log_in(): void
    {
        $client = $this->client()['id'];
        $contact = $this->contact($client);
        $this->contact($client, 'bob@example.test', 'Bob');
        $body = ['name' => 'Anna', 'email' => 'anna@example.test', 'role_id' => $contact['role']['id']];
        $changed = self::fits('contacts.update', $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", $body, $this->staff));
        self::assertSame(['Anna', 'anna@example.test'], [$changed['name'], $changed['email']]);
        self::refused(400, ['/email'], $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", ['email' => 'bob@example.test'] + $body, $this->staff));
        self::refused(400, ['/role_id'], $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", ['role_id' => 999] + $body, $this->staff));

        $this->active($contact['id'], $this->user());
        $clerk = $this->user('subscriber');
        array_map((new \WP_User($clerk))->add_cap(...), ['counterfoil_view', 'counterfoil_manage_clients']);
        self::refused(409, [], $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", ['email' => 'other@example.test'] + $body, $clerk));
        self::assertTrue(self::fits('contacts.update', $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", $body, $clerk))['is_email_fixed']);
        self::assertSame('Ann B.', self::fits('contacts.update', $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", ['name' => 'Ann B.'] + $body, $this->staff))['name']);
    }

    public function test_the_link_that_went_to_a_mistyped_address_ends(): void
    {
        $contact = $this->contact($this->client()['id'], 'anm@example.test');
        self::assertSame('invited', self::fits('contacts.invite', $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff))['access']);
        $old = $this->open_tokens($contact['id']);
        $changed = self::fits('contacts.update', $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", ['name' => 'Ann', 'email' => 'ann@example.test', 'role_id' => $contact['role']['id']], $this->staff));
        self::assertSame('invited', $changed['access']);
        self::assertCount(1, $old);
        self::assertCount(1, $this->open_tokens($contact['id']));
        self::assertSame([], array_intersect($old, $this->open_tokens($contact['id'])));
    }

    public function test_an_invitation_is_sent_and_taken_back(): void
    {
        $contact = $this->contact($this->client()['id']);
        $invited = self::fits('contacts.invite', $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff));
        self::assertSame('invited', $invited['access']);
        self::assertNotNull($invited['invited_at']);
        $revoked = self::fits('contacts.revoke', $this->rest('DELETE', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff));
        self::assertSame(['none', null], [$revoked['access'], $revoked['invited_at']]);
        self::assertSame([], $this->open_tokens($contact['id']));
        self::refused(409, [], $this->rest('DELETE', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff));
    }

    public function test_abuse_08_suspending_ends_the_sessions_at_once(): void
    {
        $client = $this->client()['id'];
        $contact = $this->contact($client);
        $user = $this->user();
        $this->active($contact['id'], $user);
        $sessions = WP_Session_Tokens::get_instance($user);
        $sessions->create(time() + 3600);
        self::assertSame('suspended', self::fits('contacts.suspend', $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/suspend", null, $this->staff))['access']);
        self::assertSame([], $sessions->get_all());
        self::assertSame('contact.access_suspended', $this->last($client));
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/suspend", null, $this->staff));

        self::assertSame('active', self::fits('contacts.restore', $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/restore", null, $this->staff))['access']);
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/restore", null, $this->staff));
    }

    public function test_abuse_08_who_is_a_contact_elsewhere_or_works_here_stays_logged_in(): void
    {
        $user = $this->user();
        $contacts = [$this->contact($this->client('One')['id'])['id'], $this->contact($this->client('Two')['id'])['id']];
        foreach ($contacts as $contact) {
            $this->active($contact, $user);
        }
        $sessions = WP_Session_Tokens::get_instance($user);
        $sessions->create(time() + 3600);
        $this->rest('POST', "/counterfoil/v1/contacts/{$contacts[0]}/suspend", null, $this->staff);
        self::assertCount(1, $sessions->get_all());
        $this->rest('DELETE', "/counterfoil/v1/contacts/{$contacts[1]}", null, $this->staff);
        self::assertSame([], $sessions->get_all());

        $colleague = $this->administrator();
        $contact = $this->contact($this->client('Three')['id'])['id'];
        $this->active($contact, $colleague);
        WP_Session_Tokens::get_instance($colleague)->create(time() + 3600);
        $this->rest('POST', "/counterfoil/v1/contacts/{$contact}/suspend", null, $this->staff);
        self::assertCount(1, WP_Session_Tokens::get_instance($colleague)->get_all());
    }

    public function test_nobody_is_invited_to_a_portal_without_pages(): void
    {
        $client = $this->client()['id'];
        $contact = $this->contact($client);
        $portals = Plugin::instance()->module(PortalsModule::class)->portals();
        wp_trash_post((int) $portals->default()->login_page_id);
        $before = $this->row_counts();
        $refused = $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff);
        self::refused(409, [], $refused);
        self::assertSame('counterfoil_no_portal_pages', $refused->get_data()['code']);
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/clients/{$client}/contacts", ['name' => 'Bob', 'email' => 'bob@example.test', 'invite' => true], $this->staff));
        self::assertSame($before, $this->row_counts());
        $this->create_portal_pages();
        self::fits('contacts.invite', $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff));
    }

    public function test_nobody_is_suspended_who_has_no_access(): void
    {
        $contact = $this->contact($this->client()['id']);
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/suspend", null, $this->staff));
        $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff);
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/suspend", null, $this->staff));
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/restore", null, $this->staff));
    }

    public function test_a_contact_is_taken_away_with_the_links_it_was_sent(): void
    {
        $client = $this->client()['id'];
        $contact = $this->contact($client);
        $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff);
        self::fits('contacts.delete', $this->rest('DELETE', "/counterfoil/v1/contacts/{$contact['id']}", null, $this->staff));
        self::assertSame([], Plugin::instance()->module(ClientsModule::class)->contacts()->of_client($client, Viewer::system()));
        self::assertSame([], $this->open_tokens($contact['id']));
        self::assertSame('contact.deleted', $this->last($client));
        self::assert_status(404, $this->rest('DELETE', "/counterfoil/v1/contacts/{$contact['id']}", null, $this->staff));
    }

    public function test_a_user_of_the_site_is_not_taken_over_by_naming_their_address(): void
    {
        $owner = $this->user('administrator', ['user_email' => 'boss@agency.test', 'display_name' => 'Owner']);
        $contact = $this->contact($this->client()['id'], 'boss@agency.test', 'Somebody else');
        $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/invitation", null, $this->staff);
        self::assertNull(Plugin::instance()->module(ClientsModule::class)->contacts()->get($contact['id'], Viewer::system())->user_id);
        self::assertSame([], Plugin::instance()->module(ClientsModule::class)->contacts()->of_user($owner));
        self::assertSame(['Owner', 'boss@agency.test'], [get_userdata($owner)->display_name ?? '', get_userdata($owner)->user_email ?? '']);
    }

    public function test_a_contact_outlives_its_user(): void
    {
        require_once ABSPATH . 'wp-admin/includes/user.php';
        $client = $this->client()['id'];
        $contact = $this->contact($client);
        $user = $this->user();
        $this->active($contact['id'], $user);
        wp_delete_user($user);
        $left = Plugin::instance()->module(ClientsModule::class)->contacts()->get($contact['id'], Viewer::system());
        self::assertSame([null, 'none'], [$left->user_id, $left->access->value]);
        self::assertSame('contact.access_lost', $this->last($client));
    }

    public function test_websites_come_and_go(): void
    {
        $client = $this->client()['id'];
        $website = self::fits('websites.create', $this->rest('POST', "/counterfoil/v1/clients/{$client}/websites", ['name' => 'Shop', 'url' => 'https://żółw.example:8443/a?b=c'], $this->staff));
        self::assertSame('New', self::fits('websites.update', $this->rest('PUT', "/counterfoil/v1/websites/{$website['id']}", ['name' => 'New', 'url' => 'http://[::1]/'], $this->staff))['name']);
        foreach (['javascript:alert(1)', 'https://', 'https://a b.example', 'ftp://example.test', 'https://user@example.test', '//example.test', 'https://example.test/"><script>'] as $url) {
            self::refused(400, ['/url'], $this->rest('PUT', "/counterfoil/v1/websites/{$website['id']}", ['name' => 'New', 'url' => $url], $this->staff));
        }
        Plugin::instance()->database()->insert('invoices', ['client_id' => $client, 'portal_id' => 1, 'website_id' => $website['id'], 'status' => 'draft', 'settlement' => 'unpaid', 'currency' => 'EUR', 'tax_mode' => 'exclusive', 'message' => '', 'subtotal' => 0, 'discounted' => 0, 'net' => 0, 'tax' => 0, 'total' => 0, 'taxes' => '[]', 'due_date' => '2026-01-01', 'created_at' => '2026-01-01 00:00:00']);
        self::refused(409, [], $this->rest('DELETE', "/counterfoil/v1/websites/{$website['id']}", null, $this->staff));
        self::assertTrue(self::json($this->rest('GET', "/counterfoil/v1/clients/{$client}", null, $this->staff))['websites'][0]['is_used']);
        $other = self::fits('websites.create', $this->rest('POST', "/counterfoil/v1/clients/{$client}/websites", ['name' => 'Old', 'url' => 'https://old.example'], $this->staff));
        self::fits('websites.delete', $this->rest('DELETE', "/counterfoil/v1/websites/{$other['id']}", null, $this->staff));
        self::assert_status(404, $this->rest('DELETE', "/counterfoil/v1/websites/{$other['id']}", null, $this->staff));
    }

    private function last(int $client_id): string
    {
        $events = $this->events($client_id);

        return (string) end($events);
    }

    /** @return list<string> */
    private function open_tokens(int $contact_id): array
    {
        $database = Plugin::instance()->database();

        return array_map(strval(...), array_column($database->rows("SELECT token_hash FROM {$database->table('identity_tokens')} WHERE contact_id = ? AND ended_at IS NULL", [$contact_id]), 'token_hash'));
    }
}
