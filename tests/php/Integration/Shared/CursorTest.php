<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Tests\Support\IntegrationTestCase;

final class CursorTest extends IntegrationTestCase
{
    public function test_a_position_comes_back_as_it_was(): void
    {
        foreach ([['Żółw & "Sons"', 12], [1], ["a.b\n", 1_000_000_000_000]] as $position) {
            $cursor = Cursor::encode('clients', $position);
            self::assertMatchesRegularExpression('/^[A-Za-z0-9_.-]+$/', $cursor);
            self::assertSame($position, Cursor::decode('clients', $cursor));
        }
    }

    public function test_the_longest_name_fits_into_what_the_contract_takes(): void
    {
        $clients = Plugin::instance()->module(ClientsModule::class)->create_client();
        foreach ([1, 2] as $time) {
            $clients->handle(['name' => str_repeat('🐢', 190)], Actor::system());
        }
        $staff = $this->administrator();
        $cursor = (string) self::json($this->rest('GET', '/counterfoil/v1/clients?per_page=1', null, $staff))['next_cursor'];
        $page = self::json($this->rest('GET', '/counterfoil/v1/clients?cursor=' . rawurlencode($cursor), null, $staff));
        self::assertCount(1, $page['items'] ?? [], (string) wp_json_encode($page));
    }

    public function test_abuse_16_only_what_was_given_out_is_taken(): void
    {
        $cursor = Cursor::encode('clients', ['Acme', 12]);
        [$payload, $signature] = explode('.', $cursor);
        $other = rtrim(strtr(base64_encode('["Acme",13]'), '+/', '-_'), '=');
        foreach (['', '.', $payload, "{$payload}.", ".{$signature}", "{$other}.{$signature}", "{$cursor}x", strtolower($cursor), Cursor::encode('products', ['Acme', 12])] as $forged) {
            try {
                Cursor::decode('clients', $forged);
                self::fail("{$forged} was taken.");
            } catch (DomainError $error) {
                self::assertSame([400, ['/cursor']], [$error->status, array_keys($error->fields)]);
            }
        }
    }
}
