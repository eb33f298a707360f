<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Contact;
use Counterfoil\Identity\Accounts;
use Counterfoil\Tests\Support\PortalTestCase;
use RuntimeException;

/** What is told of invitations, log-ins and passwords; and what is left when something is killed half-way. */
final class IdentityHooksTest extends PortalTestCase
{
    use UsesTheLogIn;

    /** @var list<array{string, list<mixed>}> */
    private array $told = [];

    /** How often WordPress wrote users */
    private int $of_wordpress = 0;

    protected function setUp(): void
    {
        parent::setUp();
        add_action('all', function (string $hook, mixed ...$arguments): void {
            if (preg_match('/^counterfoil_contact_(?!capabilities)[a-z_]+$/', $hook) === 1) {
                self::assertFalse($this->plugin->database()->is_in_transaction(), $hook);
                $this->told[] = [substr($hook, strlen('counterfoil_')), array_values($arguments)];
            }
            // What fills WordPress' caches is outside of the plugin's transactions, which may be rolled back.
            if (in_array($hook, ['user_register', 'wp_set_password', 'profile_update', 'add_user_role', 'update_user_meta', 'add_user_meta', 'delete_user_meta'], true)) {
                self::assertFalse($this->plugin->database()->is_in_transaction(), $hook);
                ++$this->of_wordpress;
            }
        }, 10, 3);
    }

    public function test_each_step_is_told_once_and_written_down(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        self::assert_status(200, $this->redeem('invitations', $token, self::PASSWORD));
        $user = (int) $this->again($contact)->user_id;
        self::assertSame([['contact_invited', [$contact->id]], ['contact_accepted', [$contact->id, $user]], ['contact_logged_in', [$contact->id]]], $this->told);
        $this->told = [];
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assertSame([['contact_logged_in', [$contact->id]]], $this->told);
        $this->told = [];
        self::assert_status(200, $this->redeem('password-resets', $this->ask('password-resets'), 'another calm password'));
        self::assertSame([['contact_password_changed', [$contact->id]], ['contact_logged_in', [$contact->id]]], $this->told);
        self::assertSame(
            ['contact.invited', 'contact.accepted', 'contact.logged_in', 'contact.logged_in', 'contact.password_changed', 'contact.logged_in'],
            $this->events($contact)
        );
        self::assertGreaterThan(5, $this->of_wordpress);
    }

    public function test_a_new_password_that_was_killed_half_way_can_be_set_again(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $token = $this->ask('password-resets');
        $this->outbox->mails = [];
        $this->told = [];
        $kill = static fn () => throw new RuntimeException('killed');
        add_action('wp_set_password', $kill);
        $this->redeem_and_be_killed('password-resets', $token);
        remove_action('wp_set_password', $kill);
        self::assertSame([], $this->told);
        self::assert_status(200, $this->redeem('password-resets', $token, 'another calm password'));
        $this->send_mail();
        self::assertCount(1, $this->outbox->to('jane@client.test'), 'They are told once.');
        self::assertSame(['contact_password_changed', 'contact_logged_in'], array_column($this->told, 0));
        self::assert_status(409, $this->redeem('password-resets', $token, 'a third calm password'));
        self::assertContains('contact.password_changed', $this->events($contact));
    }

    public function test_an_invitation_that_was_killed_half_way_can_be_accepted_again(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        $kill = static fn () => throw new RuntimeException('killed');
        add_action('user_register', $kill);
        $this->redeem_and_be_killed('invitations', $token);
        remove_action('user_register', $kill);
        self::assertSame(Access::Invited, $this->again($contact)->access);
        // The account is there, and its password proves that it is theirs.
        $this->plugin->database()->execute("DELETE FROM {$this->plugin->database()->table('login_throttle')}");
        self::assert_status(400, $this->redeem('invitations', $token, 'the password of somebody else'));
        self::assert_status(200, $this->redeem('invitations', $token, 'another calm password'));
        self::assertSame(Access::Active, $this->again($contact)->access);
    }

    public function test_who_was_killed_before_getting_the_role_gets_it_with_the_next_log_in(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $user = self::wp_user((int) $contact->user_id);
        $user->set_role('subscriber');
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assertContains(Accounts::ROLE, self::wp_user($user->ID)->roles);
    }

    private function redeem_and_be_killed(string $route, string $token): void
    {
        try {
            $status = $this->redeem($route, $token, 'another calm password')->get_status();
        } catch (RuntimeException) {
            $status = 500;
        }
        self::assertSame(500, $status);
    }

    /** @return list<string> types of what was written down, oldest first */
    private function events(Contact $contact): array
    {
        $database = $this->plugin->database();

        return array_map(strval(...), array_column($database->rows("SELECT type FROM {$database->table('events')} WHERE client_id = ? ORDER BY id", [$contact->client_id]), 'type'));
    }
}
