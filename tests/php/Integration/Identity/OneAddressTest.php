<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\PortalTestCase;
use WP_Session_Tokens;

/** The address of a contact and of the account they log in with is one fact. */
final class OneAddressTest extends PortalTestCase
{
    use UsesTheLogIn;

    private Client $client;
    private Contact $contact;

    protected function setUp(): void
    {
        parent::setUp();
        $this->client = $this->client('First', 'jane@client.test');
        $this->contact = $this->active_contact($this->client, 'jane@client.test');
    }

    public function test_changed_in_wordpress_bills_and_log_in_follow_at_every_client(): void
    {
        $second = $this->contact($this->client('Second', 'accounts@second.test'), 'jane@client.test');
        self::assert_status(200, $this->redeem('invitations', $this->invite($second), self::PASSWORD));
        $open = WP_Session_Tokens::get_instance((int) $this->contact->user_id)->create(time() + 3600);
        $this->send_mail();

        $this->set_address('Jane@New.test');

        foreach ([$this->contact, $second] as $contact) {
            self::assertSame('jane@new.test', $this->again($contact)->email);
        }
        self::assertSame(['jane@new.test'], $this->billed($this->client), 'The address for bills was the same one.');
        self::assertSame(['jane@new.test', 'accounts@second.test'], $this->billed($this->again_client($second->client_id)), 'This one was not.');
        self::assertSame(2, $this->rows_of('events', "type = 'contact.email_changed' AND data LIKE '%jane@new.test%'"));
        self::assertNull(WP_Session_Tokens::get_instance((int) $this->contact->user_id)->get($open));
        $this->outbox->mails = [];
        $this->send_mail();
        self::assertSame(['jane@client.test'], array_merge(...array_column($this->outbox->mails, 'to')), 'The old address is told, once.');
        self::assert_status(400, $this->log_in('jane@client.test', self::PASSWORD));
        self::assert_status(200, $this->log_in('jane@new.test', self::PASSWORD));
    }

    public function test_it_follows_too_where_nobody_is_to_be_mailed(): void
    {
        add_filter('send_email_change_email', '__return_false', PHP_INT_MAX);
        $this->set_address('jane@new.test');
        self::assertSame('jane@new.test', $this->again($this->contact)->email);
    }

    public function test_what_changed_while_the_plugin_was_off_follows_at_the_next_log_in(): void
    {
        global $wpdb;
        $wpdb->update($wpdb->users, ['user_email' => 'jane@new.test'], ['ID' => $this->contact->user_id]);
        clean_user_cache((int) $this->contact->user_id);
        self::assert_status(200, $this->log_in('jane@new.test', self::PASSWORD));
        self::assertSame('jane@new.test', $this->again($this->contact)->email);
    }

    public function test_an_address_that_was_noted_as_another_persons_gives_way(): void
    {
        $other = $this->contact($this->client, 'jane@new.test', 'Jane, a second time');
        $this->set_address('jane@new.test');
        self::assertSame('jane@new.test', $this->again($this->contact)->email);
        self::assertNull($this->contacts()->find($other->id, Viewer::system()));
        self::assertSame(1, $this->rows_of('events', "type = 'contact.deleted' AND subject_id = {$other->id}"));
    }

    public function test_a_profile_saved_without_a_new_address_changes_nothing(): void
    {
        $events = $this->rows_of('events');
        wp_update_user(['ID' => (int) $this->contact->user_id, 'display_name' => 'Jane D.', 'user_email' => 'JANE@client.test']);
        self::assertSame($events, $this->rows_of('events'));
    }

    public function test_who_works_here_too_is_followed_and_stays_logged_in(): void
    {
        $staff = $this->user('administrator', ['user_email' => 'boss@agency.test', 'user_pass' => 'boss password 1']);
        $contact = $this->contact($this->client('Own'), 'boss@agency.test');
        self::assert_status(200, $this->redeem('invitations', $this->invite($contact), 'boss password 1'));
        $open = WP_Session_Tokens::get_instance($staff)->create(time() + 3600);
        wp_update_user(['ID' => $staff, 'user_email' => 'chief@agency.test']);
        self::assertSame('chief@agency.test', $this->again($contact)->email);
        self::assertNotNull(WP_Session_Tokens::get_instance($staff)->get($open));
    }

    public function test_staff_who_manages_users_changes_both_at_once(): void
    {
        $body = ['name' => 'Jane Roe', 'email' => 'jane@new.test', 'role_id' => $this->contact->role_id];
        $answer = $this->rest('PUT', "/counterfoil/v1/contacts/{$this->contact->id}", $body, $this->administrator());
        self::assert_status(200, $answer);
        self::assertSame(['jane@new.test', 'Jane Roe'], [self::json($answer)['email'], self::json($answer)['name']]);
        self::assertSame('jane@new.test', self::wp_user((int) $this->contact->user_id)->user_email);
        self::assertSame(['jane@new.test'], $this->billed($this->client));
        $this->user('subscriber', ['user_email' => 'taken@site.test']);
        self::assert_status(400, $this->rest('PUT', "/counterfoil/v1/contacts/{$this->contact->id}", ['email' => 'taken@site.test'] + $body, $this->administrator()));
        self::assertSame('jane@new.test', self::wp_user((int) $this->contact->user_id)->user_email);
    }

    public function test_a_deleted_user_is_a_contact_still_and_gets_bills(): void
    {
        require_once ABSPATH . 'wp-admin/includes/user.php';
        wp_delete_user((int) $this->contact->user_id);
        self::assertNull($this->again($this->contact)->user_id);
        self::assertSame(['jane@client.test'], $this->billed($this->client));
        self::assertNotSame('', $this->invite($this->again($this->contact)), 'They can be invited anew.');
    }

    private function set_address(string $email): void
    {
        self::assertSame($this->contact->user_id, wp_update_user(['ID' => (int) $this->contact->user_id, 'user_email' => $email]));
    }

    private function again_client(int $id): Client
    {
        return $this->plugin->module(ClientsModule::class)->clients()->get($id, Viewer::system());
    }

    /** @return list<string> */
    private function billed(Client $client): array
    {
        $recipients = $this->plugin->module(ClientsModule::class)->recipients();

        return array_column($recipients->billing($this->again_client($client->id)), 'email');
    }

    private function contacts(): \Counterfoil\Clients\ContactRepository
    {
        return $this->plugin->module(ClientsModule::class)->contacts();
    }
}
