<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\WebServer;
use WP_Session_Tokens;

/** Whole pages, as the browser of a Polish client gets them from an English site without a language pack. */
final class PolishPageTest extends CommittingTestCase
{
    private WebServer $server;

    protected function setUp(): void
    {
        parent::setUp();
        $this->server = WebServer::start();
    }

    protected function tearDown(): void
    {
        $this->server->stop();
        parent::tearDown();
    }

    public function test_the_page_is_polish_for_the_client_and_for_whoever_opens_their_link(): void
    {
        $plugin = Plugin::instance();
        $portal = $plugin->module(PortalsModule::class)->create_pages()->handle($plugin->module(PortalsModule::class)->portals()->default()->id, Actor::system());
        $clients = $plugin->module(ClientsModule::class)->clients();
        $client = $clients->get($clients->insert($portal->id, new ClientDetails('Pracownia Kowalska', '', '', new Address(), '', Currency::of('PLN'), 'pl_PL')), Viewer::system());
        $contacts = $plugin->module(ClientsModule::class)->contacts();
        $contact = $contacts->get($contacts->insert($client->id, $plugin->module(ClientsModule::class)->roles()->default()->id, 'Łucja Kowalska', 'lucja@kowalska.test'), Viewer::system());
        $plugin->module(IdentityModule::class)->invitations()->send($contact, Actor::system());
        $plugin->module(SharedModule::class)->worker()->run(only: ['mail.send']);
        preg_match('/token=([A-Za-z0-9_-]{43})/', $this->outbox->to('lucja@kowalska.test')[0]['message'], $match);
        $token = $match[1] ?? self::fail('No link in the mail.');

        $anybody = $this->server->ask('GET', "/?page_id={$portal->login_page_id}")['body'];
        $invited = $this->server->ask('GET', "/?page_id={$portal->login_page_id}&purpose=invitation&token={$token}")['body'];

        self::assertStringContainsString('<html lang="en-US"', $anybody);
        self::assertStringContainsString('<html lang="pl-PL"', $invited);
        self::assertStringContainsString('Co najmniej 10', $invited);

        $user = $this->user('subscriber', ['user_email' => 'lucja@kowalska.test']);
        $plugin->database()->update('contacts', ['user_id' => $user, 'access' => Access::Active->value], ['id' => $contact->id]);
        $page = $this->server->ask('GET', "/?page_id={$portal->portal_page_id}", [$this->cookie($user)])['body'];

        self::assertStringContainsString('<html lang="pl-PL"', $page);
        self::assertStringContainsString('Dzień dobry, Łucja Kowalska', $page);
        self::assertStringContainsString('Wyloguj', $page);
        self::assertStringNotContainsString('Overview', $page);
    }

    private function cookie(int $user): string
    {
        $end = time() + 3600;
        $token = WP_Session_Tokens::get_instance($user)->create($end);

        return 'Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode(wp_generate_auth_cookie($user, $end, 'logged_in', $token));
    }
}
