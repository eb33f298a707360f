<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Each change of a client, contact or website is told once, after the commit, and is in the timeline. */
final class ClientHooksTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesClients {
        setUp as private make_ready;
    }

    /** @var list<array{string, list<mixed>}> */
    private array $told = [];

    protected function setUp(): void
    {
        $this->make_ready();
        add_action('all', function (string $hook, mixed ...$arguments): void {
            if (preg_match('/^counterfoil_(client|contact|website)_[a-z_]+$/', $hook) === 1) {
                // The tests' own transaction is outside of the plugin's.
                self::assertFalse(Plugin::instance()->database()->is_in_transaction(), $hook);
                $this->told[] = [substr($hook, strlen('counterfoil_')), array_values($arguments)];
            }
        }, 10, 3);
    }

    public function test_what_is_made_with_a_client(): void
    {
        $client = $this->client('Acme', [
            'contact' => ['name' => 'Ann', 'email' => 'ann@acme.example'],
            'invite' => true,
            'websites' => [['name' => 'Shop', 'url' => 'https://acme.example'], ['name' => 'Blog', 'url' => 'https://blog.acme.example']],
        ]);
        [$contact, $sites] = [$client['contacts'][0]['id'], array_column($client['websites'], 'id')];
        self::assertSame([
            ['client_created', [$client['id']]],
            ['website_created', [$sites[0], $client['id']]],
            ['website_created', [$sites[1], $client['id']]],
            ['contact_created', [$contact, $client['id']]],
            ['contact_invited', [$contact]],
        ], $this->told);
        self::assertSame(['client.created', 'website.created', 'website.created', 'contact.created', 'contact.invited'], $this->events($client['id']));
    }

    public function test_what_is_changed_afterwards(): void
    {
        $client = $this->client('Acme', ['websites' => [['name' => 'Shop', 'url' => 'https://acme.example']]]);
        $contact = $this->contact($client['id']);
        [$site, $this->told] = [$client['websites'][0]['id'], []];
        $details = array_intersect_key($client, array_flip(['email', 'phone', 'address', 'tax_id', 'currency', 'locale']));
        $steps = [
            'client_updated' => [['PUT', "/clients/{$client['id']}", ['name' => 'Acme 2'] + $details], [$client['id']], 'client.updated'],
            'contact_updated' => [['PUT', "/contacts/{$contact['id']}", ['name' => 'Anna', 'email' => 'ann@example.test', 'role_id' => $contact['role']['id']]], [$contact['id']], 'contact.updated'],
            'contact_invited' => [['POST', "/contacts/{$contact['id']}/invitation", null], [$contact['id']], 'contact.invited'],
            'contact_invitation_revoked' => [['DELETE', "/contacts/{$contact['id']}/invitation", null], [$contact['id']], 'contact.invitation_revoked'],
            'contact_suspended' => [['POST', "/contacts/{$contact['id']}/suspend", null], [$contact['id']], 'contact.access_suspended'],
            'contact_restored' => [['POST', "/contacts/{$contact['id']}/restore", null], [$contact['id']], 'contact.access_restored'],
            'website_updated' => [['PUT', "/websites/{$site}", ['name' => 'Shop 2', 'url' => 'https://acme.example']], [$site], 'website.updated'],
            'website_deleted' => [['DELETE', "/websites/{$site}", null], [$site, $client['id']], 'website.deleted'],
            'contact_deleted' => [['DELETE', "/contacts/{$contact['id']}", null], [$contact['id'], $client['id']], 'contact.deleted'],
        ];
        foreach ($steps as $hook => [[$method, $path, $body], $arguments, $event]) {
            if ($hook === 'contact_suspended') {
                $this->active($contact['id'], $this->user());
            }
            $this->told = [];
            self::assert_status(200, $this->rest($method, "/counterfoil/v1{$path}", $body, $this->staff));
            // Who is more than a contact is asked by a filter.
            self::assertSame([[$hook, $arguments]], array_values(array_filter($this->told, static fn (array $one): bool => $one[0] !== 'contact_capabilities')));
            self::assertSame($event, array_slice($this->events($client['id']), -1)[0]);
        }
    }

    public function test_what_is_refused_tells_nothing(): void
    {
        $client = $this->client();
        $contact = $this->contact($client['id']);
        $this->told = [];
        $before = $this->row_counts();
        self::assert_status(400, $this->rest('POST', "/counterfoil/v1/clients/{$client['id']}/contacts", ['name' => 'Ann', 'email' => 'ann@example.test'], $this->staff));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/contacts/{$contact['id']}/suspend", null, $this->staff));
        self::assert_status(400, $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'X', 'websites' => [['name' => 'a', 'url' => 'https://a.example'], ['name' => 'b', 'url' => 'ftp://b.example']]], $this->staff));
        self::assertSame([[], $before], [$this->told, $this->row_counts()]);
    }

    public function test_a_deleted_user_leaves_a_contact_without_access(): void
    {
        $client = $this->client();
        $contact = $this->contact($client['id']);
        $user = $this->user();
        $this->active($contact['id'], $user);
        $this->told = [];
        require_once ABSPATH . 'wp-admin/includes/user.php';
        wp_delete_user($user);
        self::assertSame([['contact_access_lost', [$contact['id']]]], $this->told);
        self::assertSame('contact.access_lost', array_slice($this->events($client['id']), -1)[0]);
    }
}
