<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Tests\Support\PortalTestCase;
use WP_Session_Tokens;

/** Links that are mailed: each works once, for a while, for one person and one purpose. */
final class LinksTest extends PortalTestCase
{
    use UsesTheLogIn;

    public function test_abuse_19_a_link_found_twice_is_redeemed_once(): void
    {
        $tokens = $this->plugin->module(IdentityModule::class)->tokens();
        $secret = $tokens->issue(TokenPurpose::Magic, 1, 1);
        $first = $tokens->find(TokenPurpose::Magic, $secret);
        $second = $tokens->find(TokenPurpose::Magic, $secret);
        self::assertNotNull($first);
        self::assertNotNull($second);

        self::assertTrue($tokens->redeem($first));
        $this->plugin->database()->update('identity_tokens', ['ended_at' => self::stamp('-1 minute')], ['id' => $first->id]);
        self::assertFalse($tokens->redeem($second));
    }

    public function test_abuse_19_links_expire(): void
    {
        $invited = $this->contact($this->client('New'), 'new@client.test');
        $tokens = ['invitations' => $this->invite($invited)];
        $this->active_contact($this->client(), 'jane@client.test');
        $tokens['password-resets'] = $this->ask('password-resets');
        $tokens['magic-links'] = $this->ask('magic-links');
        $this->plugin->database()->update('identity_tokens', ['expires_at' => self::stamp('-1 second')], ['ended_at' => null]);
        $this->outbox->mails = [];

        foreach ($tokens as $route => $token) {
            self::assert_status(409, $this->redeem($route, $token, $route === 'magic-links' ? null : self::PASSWORD));
        }
        self::assertSame([], $this->cookies);
        self::assertSame(Access::Invited, $this->again($invited)->access);
        self::assertFalse(get_user_by('email', 'new@client.test'));
        $this->send_mail();
        $this->assert_no_mail();
    }

    public function test_abuse_19_lifetimes(): void
    {
        $this->invite($this->contact($this->client('New'), 'new@client.test'));
        $this->active_contact($this->client(), 'jane@client.test');
        $this->ask('password-resets');
        $this->ask('magic-links');

        foreach (['invitation' => 7 * 86400, 'reset' => 3600, 'magic' => 900] as $purpose => $seconds) {
            $row = $this->plugin->database()->row("SELECT * FROM {$this->plugin->database()->table('identity_tokens')} WHERE purpose = ? AND ended_at IS NULL", [$purpose]);
            self::assertNotNull($row, $purpose);
            self::assertSame($seconds, strtotime((string) $row['expires_at']) - strtotime((string) $row['created_at']), $purpose);
        }
    }

    public function test_abuse_19_only_a_hash_is_stored(): void
    {
        $token = $this->invite($this->contact($this->client(), 'jane@client.test'));

        self::assertGreaterThanOrEqual(43, strlen($token), '256 bits of base64url.');
        self::assertSame(1, $this->rows_of('identity_tokens', "token_hash = '" . hash('sha256', $token) . "' AND ended_at IS NULL"));
        foreach (['identity_tokens', 'outbox', 'events'] as $table) {
            self::assertStringNotContainsString($token, (string) wp_json_encode($this->plugin->database()->rows("SELECT * FROM {$this->plugin->database()->table($table)}")));
        }
    }

    public function test_abuse_19_a_newer_link_ends_the_older(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $older = $this->invite($contact);
        $newer = $this->invite($this->again($contact));
        self::assert_status(409, $this->redeem('invitations', $older, self::PASSWORD));
        self::assert_status(200, $this->redeem('invitations', $newer, self::PASSWORD));
        foreach (['password-resets', 'magic-links'] as $route) {
            $this->outbox->mails = [];
            $older = $this->ask($route);
            $newer = $this->ask($route);
            self::assertNotSame($older, $newer);
            self::assert_status(409, $this->redeem($route, $older, $route === 'magic-links' ? null : self::PASSWORD));
        }
    }

    public function test_abuse_19_a_link_is_bound_to_its_contact_and_purpose(): void
    {
        $this->active_contact($this->client('A'), 'a@client.test');
        $contact = $this->active_contact($this->client('B'), 'jane@client.test');
        $magic = $this->ask('magic-links');
        self::assert_status(409, $this->redeem('password-resets', $magic, self::PASSWORD));
        self::assert_status(409, $this->redeem('invitations', $magic, self::PASSWORD));

        self::assert_status(200, $this->redeem('magic-links', $magic, null));
        self::assertSame([$contact->user_id], array_column($this->cookies, 'user'));
        self::assert_status(409, $this->redeem('magic-links', $magic, null));
    }

    public function test_abuse_19_looking_at_a_link_changes_nothing(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        $_GET = ['token' => $token, 'purpose' => 'invitation'];

        $this->plugin->module(IdentityModule::class)->login_view($this->portal);
        $view = $this->plugin->module(IdentityModule::class)->login_view($this->portal);

        self::assertSame('accept-invitation', $view->form);
        self::assertSame('jane@client.test', $view->email);
        self::assertSame(Access::Invited, $this->again($contact)->access);
        self::assert_status(200, $this->redeem('invitations', $token, self::PASSWORD));
        self::assertSame('log-in', $this->plugin->module(IdentityModule::class)->login_view($this->portal)->step->value, 'It was used: there is the log-in.');
    }

    public function test_abuse_24_a_new_password_ends_the_other_sessions_and_is_told(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $user = (int) $contact->user_id;
        $sessions = WP_Session_Tokens::get_instance($user);
        $elsewhere = $sessions->create(time() + 3600);
        $magic = $this->ask('magic-links');
        $token = $this->ask('password-resets');
        $this->outbox->mails = [];

        self::assert_status(200, $this->redeem('password-resets', $token, 'an entirely new one'));

        self::assertNull($sessions->get($elsewhere));
        self::assertSame([$user], array_column($this->cookies, 'user'), 'Who changed it is logged in, newly.');
        $this->send_mail();
        self::assertStringContainsString('changed', $this->outbox->to('jane@client.test')[0]['subject']);
        self::assert_status(409, $this->redeem('magic-links', $magic, null));
        self::assert_status(400, $this->rest('POST', '/counterfoil/v1/session', ['email' => 'jane@client.test', 'password' => self::PASSWORD]));
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/session', ['email' => 'jane@client.test', 'password' => 'an entirely new one']));
    }

    public function test_a_link_leads_to_where_it_was_asked_for(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        $wanted = add_query_arg(['view' => 'invoice', 'id' => '7'], (string) get_permalink((int) $this->portal->portal_page_id));

        self::assertSame($wanted, self::json($this->redeem('magic-links', $this->ask('magic-links', $wanted), null))['redirect_to']);
        $this->outbox->mails = [];
        self::assertStringNotContainsString('evil', self::json($this->redeem('magic-links', $this->ask('magic-links', 'https://evil.test/'), null))['redirect_to']);
    }

    public function test_staff_get_no_links(): void
    {
        $this->user('administrator', ['user_email' => 'boss@agency.test', 'user_pass' => 'boss password 1']);
        $contact = $this->contact($this->client(), 'boss@agency.test');
        self::assert_status(200, $this->redeem('invitations', $this->invite($contact), 'boss password 1'));
        $this->outbox->mails = [];
        $this->send_mail();
        $this->outbox->mails = [];

        foreach (['magic-links', 'password-resets'] as $route) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/{$route}", ['email' => 'boss@agency.test']));
        }

        $this->send_mail();
        $this->assert_no_mail();
        self::assertSame([], $this->cookies);
    }
}
