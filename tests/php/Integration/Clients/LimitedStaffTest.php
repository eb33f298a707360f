<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_User;

/** A member of staff who looks after some clients only. */
final class LimitedStaffTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesClients {
        setUp as private make_ready;
    }

    private const NOBODY = 999_999_999;

    private int $limited;

    /** @var array<mixed> */
    private array $own;

    /** @var array<mixed> */
    private array $other;

    protected function setUp(): void
    {
        $this->make_ready();
        $this->limited = $this->administrator();
        $this->own = $this->client('Own', ['contact' => ['name' => 'Ann', 'email' => 'ann@own.example']]);
        $this->other = $this->client('Other', [
            'contact' => ['name' => 'Zed', 'email' => 'zed@other.example'],
            'websites' => [['name' => 'Shop', 'url' => 'https://other.example']],
        ]);
        add_filter('counterfoil_staff_clients', fn (?array $clients, WP_User $user): ?array => $user->ID === $this->limited ? [$this->own['id']] : $clients, 10, 2);
    }

    /** @return iterable<string, array{string, string, array<string, mixed>|null}> method, path with {client}, {contact}, {website}, body */
    public static function routes(): iterable
    {
        $contact = ['name' => 'New', 'email' => 'new@other.example', 'role_id' => 1];
        $website = ['name' => 'New', 'url' => 'https://new.example'];
        foreach ([
            ['GET', '/clients/{client}', null],
            ['PUT', '/clients/{client}', ['name' => 'Taken over', 'email' => '', 'phone' => '', 'address' => ['line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => ''], 'tax_id' => '', 'currency' => 'EUR', 'locale' => '']],
            ['GET', '/clients/{client}/events', null],
            ['POST', '/clients/{client}/contacts', ['name' => 'New', 'email' => 'new@other.example']],
            ['PUT', '/contacts/{contact}', $contact], ['DELETE', '/contacts/{contact}', null],
            ['POST', '/contacts/{contact}/invitation', null], ['DELETE', '/contacts/{contact}/invitation', null],
            ['POST', '/contacts/{contact}/suspend', null], ['POST', '/contacts/{contact}/restore', null],
            ['POST', '/clients/{client}/websites', $website], ['PUT', '/websites/{website}', $website], ['DELETE', '/websites/{website}', null],
        ] as [$method, $path, $body]) {
            yield "{$method} {$path}" => [$method, $path, $body];
        }
    }

    /** @param array<string, mixed>|null $body */
    #[DataProvider('routes')]
    public function test_abuse_06_a_client_of_somebody_else_looks_as_if_it_did_not_exist(string $method, string $path, ?array $body): void
    {
        $ids = ['{client}' => $this->other['id'], '{contact}' => $this->other['contacts'][0]['id'], '{website}' => $this->other['websites'][0]['id']];
        $before = [$this->row_counts(), $this->rest('GET', "/counterfoil/v1/clients/{$this->other['id']}", null, $this->staff)->get_data()];
        $refused = $this->rest($method, '/counterfoil/v1' . strtr($path, $ids), $body, $this->limited);
        self::assert_status(404, $refused);
        $missing = $this->rest($method, '/counterfoil/v1' . strtr($path, array_fill_keys(array_keys($ids), (string) self::NOBODY)), $body, $this->limited);
        self::assertSame(self::json($missing), self::json($refused));
        self::assertEquals($before, [$this->row_counts(), $this->rest('GET', "/counterfoil/v1/clients/{$this->other['id']}", null, $this->staff)->get_data()]);
        $this->assert_no_mail();
    }

    public function test_abuse_06_lists_searches_and_counts_leave_others_out(): void
    {
        $list = fn (string $query): array => array_column(self::fits('clients.list', $this->rest('GET', "/counterfoil/v1/clients?{$query}", null, $this->limited))['items'], 'id');
        self::assertSame([$this->own['id']], $list('per_page=100'));
        self::assertSame([], $list('search=Other'));
        self::assertSame([], $list('search=' . rawurlencode('zed@other')));
        self::assertSame([$this->own['id']], $list('search=ANN%40own'));
        self::assertSame([$this->own['id']], $list('access=none'));
        $summary = self::fits('clients.summary', $this->rest('GET', '/counterfoil/v1/clients/summary', null, $this->limited));
        self::assertSame(['all' => 1, 'none' => 1, 'invited' => 0, 'active' => 0, 'suspended' => 0], array_map(static fn (array $each): int => $each['count'], $summary));
        self::assertSame('Own', self::fits('clients.get', $this->rest('GET', "/counterfoil/v1/clients/{$this->own['id']}", null, $this->limited))['name']);
    }

    public function test_whose_limit_is_no_list_sees_nobody(): void
    {
        add_filter('counterfoil_staff_clients', static fn (): string => 'all', 20);
        self::assertSame([], self::json($this->rest('GET', '/counterfoil/v1/clients', null, $this->limited))['items']);
        self::assert_status(404, $this->rest('GET', "/counterfoil/v1/clients/{$this->own['id']}", null, $this->limited));
    }

    public function test_a_client_they_make_themselves_is_answered_whole(): void
    {
        $made = self::fits('clients.create', $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'Made', 'contact' => ['name' => 'Moe', 'email' => 'moe@made.example']], $this->limited));
        self::assertSame(['Made', 'moe@made.example'], [$made['name'], $made['contacts'][0]['email']]);
    }
}
