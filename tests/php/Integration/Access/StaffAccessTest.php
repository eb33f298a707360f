<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Access;

use Counterfoil\Access\Capability;
use Counterfoil\Plugin;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

final class StaffAccessTest extends IntegrationTestCase
{
    /** @return iterable<string, array{string, string, Capability}> every route of the catalog, of clients and of the business: method, path, what it needs */
    public static function routes(): iterable
    {
        foreach ([
            ['GET', '/products', Capability::View], ['POST', '/products', Capability::Bill],
            ['GET', '/products/1', Capability::View], ['PUT', '/products/1', Capability::Bill], ['DELETE', '/products/1', Capability::Bill],
            ['POST', '/products/1/archive', Capability::Bill], ['POST', '/products/1/restore', Capability::Bill], ['POST', '/products/1/plans', Capability::Bill],
            ['PUT', '/plans/1', Capability::Bill], ['DELETE', '/plans/1', Capability::Bill],
            ['POST', '/plans/1/duplicate', Capability::Bill], ['POST', '/plans/1/archive', Capability::Bill], ['POST', '/plans/1/restore', Capability::Bill],
            ['GET', '/clients', Capability::View], ['POST', '/clients', Capability::ManageClients], ['GET', '/clients/summary', Capability::View],
            ['GET', '/clients/1', Capability::View], ['PUT', '/clients/1', Capability::ManageClients], ['GET', '/clients/1/events', Capability::View],
            ['POST', '/clients/1/contacts', Capability::ManageClients], ['PUT', '/contacts/1', Capability::ManageClients], ['DELETE', '/contacts/1', Capability::ManageClients],
            ['POST', '/contacts/1/invitation', Capability::ManageClients], ['DELETE', '/contacts/1/invitation', Capability::ManageClients],
            ['POST', '/contacts/1/suspend', Capability::ManageClients], ['POST', '/contacts/1/restore', Capability::ManageClients],
            ['POST', '/clients/1/websites', Capability::ManageClients], ['PUT', '/websites/1', Capability::ManageClients], ['DELETE', '/websites/1', Capability::ManageClients],
            ['GET', '/roles', Capability::View],
            ['GET', '/settings/business', Capability::View], ['PUT', '/settings/business', Capability::Settings],
            ['GET', '/settings/invoicing', Capability::View], ['PUT', '/settings/invoicing', Capability::Settings],
        ] as [$method, $path, $capability]) {
            yield "{$method} {$path}" => [$method, $path, $capability];
        }
    }

    #[DataProvider('routes')]
    public function test_abuse_04_nobody_and_strangers_are_refused_before_anything_is_read(string $method, string $path, Capability $needed): void
    {
        $before = $this->rows();
        // A body that fits nothing: who may not ask learns nothing about it.
        $body = $method === 'GET' ? null : '{"nonsense": 1}';
        self::assert_status(401, $this->rest($method, "/counterfoil/v1{$path}", $body));
        foreach (['subscriber', 'author', 'editor'] as $role) {
            self::assert_status(403, $this->rest($method, "/counterfoil/v1{$path}", $body, $this->user($role)));
        }
        $others = array_filter(Capability::cases(), static fn (Capability $capability): bool => $capability !== $needed);
        self::assert_status(403, $this->rest($method, "/counterfoil/v1{$path}", $body, $this->colleague(...$others)));
        $allowed = $this->rest($method, "/counterfoil/v1{$path}", $body, $this->colleague($needed))->get_status();
        self::assertNotContains($allowed, [401, 403, 405, 500]);
        self::assertSame($before, $this->rows());
        $this->assert_no_mail();
        $this->assert_no_request();
    }

    #[DataProvider('routes')]
    public function test_abuse_12_no_or_a_stale_nonce_is_refused(string $method, string $path): void
    {
        $staff = $this->administrator();
        self::assert_status(401, $this->rest($method, "/counterfoil/v1{$path}", null, $staff, [], null));
        self::assert_status(403, $this->rest($method, "/counterfoil/v1{$path}", null, $staff, [], 'stale'));
    }

    #[DataProvider('routes')]
    public function test_abuse_13_a_link_changes_nothing(string $method, string $path): void
    {
        $staff = $this->administrator();
        if ($method === 'GET') {
            self::assertContains($this->rest('GET', "/counterfoil/v1{$path}", null, $staff)->get_status(), [200, 404]);

            return;
        }
        $before = $this->rows();
        // What WordPress makes of GET …?_method=DELETE and of X-HTTP-Method-Override: the verb is replaced before the route is looked up.
        add_filter('rest_pre_dispatch', static function ($result) {
            $_SERVER['REQUEST_METHOD'] = 'GET';

            return $result;
        });
        self::assert_status(405, $this->rest($method, "/counterfoil/v1{$path}", [], $staff));
        self::assertSame($before, $this->rows());
    }

    public function test_abuse_07_administrators_have_all_capabilities_and_nobody_else_any(): void
    {
        foreach (wp_roles()->role_objects as $name => $role) {
            foreach (Capability::cases() as $capability) {
                self::assertSame($name === 'administrator', $role->has_cap($capability->value), "{$name}: {$capability->value}");
            }
        }
    }

    private function colleague(Capability ...$capabilities): int
    {
        $id = $this->user('subscriber');
        $user = new \WP_User($id);
        foreach ($capabilities as $capability) {
            $user->add_cap($capability->value);
        }

        return $id;
    }

    private function rows(): string
    {
        $database = Plugin::instance()->database();

        return implode('/', array_map(
            static fn (string $table): string => (string) $database->value("SELECT COUNT(*) FROM {$database->table($table)}"),
            ['products', 'plans', 'clients', 'contacts', 'websites', 'events', 'outbox']
        )) . serialize([Plugin::instance()->settings()->get('business'), Plugin::instance()->settings()->get('invoicing')]);
    }
}
