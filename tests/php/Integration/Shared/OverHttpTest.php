<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\WebServer;

final class OverHttpTest extends CommittingTestCase
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

    public function test_abuse_14_a_foreign_origin_gets_no_credentials(): void
    {
        foreach (['https://evil.example', 'null', 'http://localhost.evil.example:8900', 'http://localhost:1'] as $origin) {
            foreach (['GET', 'OPTIONS'] as $method) {
                // WordPress takes a route in any letters for the same one.
                foreach (['/counterfoil/v1/clients', '/COUNTERFOIL/V1/Clients'] as $route) {
                    $answer = $this->server->ask($method, "/?rest_route={$route}", ["Origin: {$origin}"]);
                    self::assertNotSame(0, $answer['status']);
                    self::assertArrayNotHasKey('access-control-allow-origin', $answer['headers'], "{$method} {$route} {$origin}");
                    self::assertArrayNotHasKey('access-control-allow-credentials', $answer['headers'], "{$method} {$route} {$origin}");
                }
            }
        }
        $own = (string) preg_replace('#^(https?://[^/]+).*$#', '$1', home_url());
        self::assertSame($own, $this->server->ask('GET', '/?rest_route=/counterfoil/v1/clients', ["Origin: {$own}"])['headers']['access-control-allow-origin'] ?? '');
        // WordPress' own routes are its own affair.
        self::assertArrayHasKey('access-control-allow-origin', $this->server->ask('GET', '/?rest_route=/wp/v2/types', ['Origin: https://evil.example'])['headers']);
    }

    public function test_abuse_13_a_link_with_another_verb_in_it_changes_nothing(): void
    {
        $database = Plugin::instance()->database();
        $id = Plugin::instance()->module(ProductsModule::class)->products()->insert('Care', '', null);
        foreach (['_method=DELETE' => [], '_method=PUT' => [], '' => ['X-HTTP-Method-Override: DELETE']] as $query => $headers) {
            $answer = $this->server->ask('GET', "/?rest_route=/counterfoil/v1/products/{$id}&{$query}", $headers);
            self::assertSame(405, $answer['status'], $answer['body']);
        }
        self::assertSame(405, $this->server->ask('GET', '/?rest_route=/counterfoil/v1/clients&_method=POST')['status']);
        self::assertSame('1', $database->value("SELECT COUNT(*) FROM {$database->table('products')}"));
    }

    public function test_answers_are_kept_by_nobody(): void
    {
        $answer = $this->server->ask('GET', '/?rest_route=/counterfoil/v1/clients');
        self::assertSame(401, $answer['status']);
        self::assertStringContainsString('no-store', $answer['headers']['cache-control'] ?? '');
    }
}
