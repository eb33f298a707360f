<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Identity\Accounts;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\PortalTestCase;

final class InvitationsTest extends PortalTestCase
{
    use UsesTheLogIn;

    public function test_an_invitation_makes_an_account_and_lets_in(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test', 'Jane Doe');
        $token = $this->invite($contact);
        self::assertSame(Access::Invited, $this->again($contact)->access);

        $response = $this->redeem('invitations', $token, self::PASSWORD);

        self::assert_status(200, $response);
        self::assertSame(get_permalink((int) $this->portal->portal_page_id), self::json($response)['redirect_to']);
        $contact = $this->again($contact);
        self::assertSame(Access::Active, $contact->access);
        self::assertSame([$contact->user_id], array_column($this->cookies, 'user'));
        $user = self::wp_user((int) $contact->user_id);
        self::assertSame([Accounts::ROLE], $user->roles);
        foreach ([$user->user_login, $user->user_nicename] as $name) {
            self::assertDoesNotMatchRegularExpression('/jane|doe|client/i', $name);
        }
        self::assertSame(1, $this->rows_of('events', "type = 'contact.accepted' AND subject_id = {$contact->id}"));
    }

    public function test_abuse_19_an_invitation_works_once(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        self::assert_status(200, $this->redeem('invitations', $token, self::PASSWORD));
        $hash = self::wp_user((int) $this->again($contact)->user_id)->user_pass;
        $this->cookies = [];

        self::assert_status(409, $this->redeem('invitations', $token, 'a stranger’s password'));

        self::assertSame([], $this->cookies);
        self::assertSame($hash, self::wp_user((int) $this->again($contact)->user_id)->user_pass);
    }

    public function test_abuse_55_links_can_be_taken_back(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);

        $this->plugin->module(IdentityModule::class)->invitations()->revoke($this->again($contact), Actor::system());

        self::assert_status(409, $this->redeem('invitations', $token, self::PASSWORD));
        self::assertSame(Access::None, $this->again($contact)->access);
        self::assertFalse(get_user_by('email', 'jane@client.test'));
    }

    public function test_an_invitation_taken_back_before_it_was_mailed_is_not_mailed(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $this->plugin->module(IdentityModule::class)->invitations()->send($contact, Actor::system());
        $this->plugin->module(IdentityModule::class)->invitations()->revoke($this->again($contact), Actor::system());

        $this->send_mail();

        $this->assert_no_mail();
        self::assertSame(1, $this->rows_of('outbox', "state = 'dropped'"));
    }

    public function test_who_has_access_or_lost_it_is_not_invited(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        foreach ([$contact, null] as $who) {
            if ($who === null) {
                $this->plugin->module(ClientsModule::class)->contacts()->set_access($contact->id, Access::Active, Access::Suspended);
            }
            try {
                $this->plugin->module(IdentityModule::class)->invitations()->send($this->again($contact), Actor::system());
                self::fail('It was sent.');
            } catch (DomainError $error) {
                self::assertSame(409, $error->status);
            }
        }
        $this->send_mail();
        $this->assert_no_mail();
    }

    public function test_an_existing_account_is_not_taken_over(): void
    {
        $other = $this->user('subscriber', ['user_email' => 'jane@client.test', 'user_pass' => 'her own password']);
        $hash = self::wp_user($other)->user_pass;
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);

        self::assert_status(400, $this->redeem('invitations', $token, 'the attacker’s password'));
        self::assertSame(Access::Invited, $this->again($contact)->access);
        self::assertSame($hash, self::wp_user($other)->user_pass);
        self::assertSame([], $this->cookies);

        self::assert_status(200, $this->redeem('invitations', $token, 'her own password'));
        self::assertSame($other, $this->again($contact)->user_id);
        self::assertEqualsCanonicalizing(['subscriber', Accounts::ROLE], self::wp_user($other)->roles);
        $this->outbox->mails = [];
        $this->send_mail();
        self::assertCount(1, $this->outbox->to('jane@client.test'), 'The address is told that access was added.');
    }

    public function test_abuse_18_guessing_the_password_of_an_existing_account_by_its_invitation_is_slowed_down(): void
    {
        $this->user('subscriber', ['user_email' => 'jane@client.test']);
        $token = $this->invite($this->contact($this->client(), 'jane@client.test'));
        for ($try = 0; $try < 5; ++$try) {
            self::assert_status(400, $this->redeem('invitations', $token, "guess number {$try}"));
        }

        self::assert_status(429, $this->redeem('invitations', $token, 'guess number 6'));
    }

    public function test_weak_passwords_are_refused_and_the_link_still_works(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        foreach (['short', 'jane@client.test', 'aaaaaaaaaaaa', ' blanks around it '] as $password) {
            $response = $this->redeem('invitations', $token, $password);
            self::assert_status(400, $response);
            self::assertArrayHasKey('/password', self::json($response)['data']['fields']);
        }
        self::assertFalse(get_user_by('email', 'jane@client.test'));
        self::assert_status(200, $this->redeem('invitations', $token, self::PASSWORD));
    }
}
