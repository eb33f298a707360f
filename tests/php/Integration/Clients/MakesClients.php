<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Plugin;
use Counterfoil\Tests\Support\ReadyToBill;

/** Clients and contacts by REST, as the staff makes them. */
trait MakesClients
{
    use ReadyToBill;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->create_portal_pages();
    }

    /**
     * @param array<string, mixed> $body
     * @return array<mixed> the client
     */
    private function client(string $name = 'Acme', array $body = []): array
    {
        return self::fits('clients.create', $this->rest('POST', '/counterfoil/v1/clients', ['name' => $name] + $body, $this->staff));
    }

    /** @return array<mixed> the contact */
    private function contact(int $client_id, string $email = 'ann@example.test', string $name = 'Ann'): array
    {
        return self::fits('contacts.create', $this->rest('POST', "/counterfoil/v1/clients/{$client_id}/contacts", ['name' => $name, 'email' => $email], $this->staff));
    }

    /** A contact who has accepted the invitation. */
    private function active(int $contact_id, int $user_id): void
    {
        $contacts = Plugin::instance()->module(ClientsModule::class)->contacts();
        self::assertTrue($contacts->set_access($contact_id, Access::None, Access::Invited));
        self::assertTrue($contacts->accept($contact_id, $user_id));
    }

    /** @return list<string> types of what was written down about a client, oldest first */
    private function events(int $client_id): array
    {
        $database = Plugin::instance()->database();

        return array_map(strval(...), array_column($database->rows("SELECT type FROM {$database->table('events')} WHERE client_id = ? ORDER BY id", [$client_id]), 'type'));
    }

    private function row_counts(): string
    {
        $database = Plugin::instance()->database();

        return implode('/', array_map(
            static fn (string $table): string => (string) $database->value("SELECT COUNT(*) FROM {$database->table($table)}"),
            ['clients', 'contacts', 'websites', 'events', 'outbox', 'identity_tokens']
        ));
    }
}
