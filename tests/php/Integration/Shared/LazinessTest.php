<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\WebServer;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Session_Tokens;

/** What a site pays for having us where we have nothing to do. */
final class LazinessTest extends CommittingTestCase
{
    use MakesInvoices;

    private const MOST_FILES = 12;
    private const MOST_MODULES = 9;

    private WebServer $server;
    private string $notes = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->notes = (string) tempnam(sys_get_temp_dir(), 'loaded');
        putenv("COUNTERFOIL_LOADED={$this->notes}");
        $this->server = WebServer::start(__DIR__ . '/note-what-is-loaded.php');
        // The first request of a site schedules what WordPress' recovery mode needs.
        $this->server->ask('GET', '/', ['Host: ' . wp_parse_url(home_url(), PHP_URL_HOST) . ':' . wp_parse_url(home_url(), PHP_URL_PORT)]);
    }

    protected function tearDown(): void
    {
        $this->server->stop();
        putenv('COUNTERFOIL_LOADED');
        unlink($this->notes);
        parent::tearDown();
    }

    public function test_a_page_of_the_site_costs_no_query_and_a_handful_of_files(): void
    {
        [$files, $queries] = $this->loaded_by('/');
        self::assertSame([], $queries);
        self::assertLessThanOrEqual(self::MOST_FILES, count($files), implode("\n", $files));
    }

    public function test_a_page_that_is_not_there_costs_no_more(): void
    {
        [$files, $queries] = $this->loaded_by('/?page_id=987654', 404);
        self::assertSame([], $queries);
        self::assertLessThanOrEqual(self::MOST_FILES, count($files), implode("\n", $files));
    }

    public function test_a_route_of_somebody_else_costs_no_query_and_a_handful_of_files(): void
    {
        [$files, $queries] = $this->loaded_by('/?rest_route=/wp/v2/types');
        self::assertSame([], $queries);
        self::assertLessThanOrEqual(self::MOST_FILES, count($files), implode("\n", $files));
    }

    /** So that the two above can't pass because nothing was noted. */
    public function test_a_route_of_ours_is_seen_here(): void
    {
        [$files] = $this->loaded_by('/?rest_route=/counterfoil/v1/clients', 401);
        self::assertGreaterThan(self::MOST_FILES, count($files));
    }

    /** It is asked, those whose things it uses, and no more: there are more than sixty. */
    public function test_a_route_of_ours_loads_few_modules(): void
    {
        [$files] = $this->loaded_by('/?rest_route=/counterfoil/v1/clients', 401);
        $modules = array_filter($files, static fn (string $file): bool => str_ends_with($file, 'Module.php'));
        self::assertLessThanOrEqual(self::MOST_MODULES, count($modules), implode("\n", $modules));
    }

    public function test_a_webhook_loads_few_modules(): void
    {
        [$files] = $this->loaded_by('/?rest_route=/counterfoil/v1/webhooks/nobody', 404, 'POST');
        $modules = array_filter($files, static fn (string $file): bool => str_ends_with($file, 'Module.php'));
        self::assertLessThanOrEqual(self::MOST_MODULES, count($modules), implode("\n", $modules));
    }

    /**
     * A list pays for its rows and what stands beside them, not for all that could be done to one: a route that does nothing loads about thirty.
     *
     * @param int $files at most
     * @param int $statements at most
     */
    #[DataProvider('lists')]
    public function test_a_list_loads_what_its_rows_are_made_of(string $list, int $files, int $statements): void
    {
        $this->issued($this->client());
        [$loaded, $asked] = $this->loaded_by("/?rest_route=/counterfoil/v1/{$list}", headers: $this->as_staff());
        self::assertLessThanOrEqual($files, count($loaded), implode("\n", $loaded));
        self::assertLessThanOrEqual($statements, count($asked), implode("\n", $asked));
    }

    /** @return iterable<string, array{string, int, int}> */
    public static function lists(): iterable
    {
        yield 'invoices' => ['invoices', 78, 3];
        yield 'emails' => ['emails', 130, 2];
        yield 'clients' => ['clients', 108, 7];
        yield 'payments' => ['payments', 76, 3];
        yield 'products' => ['products', 64, 2];
        yield 'subscriptions' => ['subscriptions', 126, 3];
        yield 'coupons' => ['coupons', 73, 4];
        yield 'credit notes' => ['credit-notes', 55, 2];
    }

    /** @return list<string> headers of a browser in which an administrator is logged in */
    private function as_staff(): array
    {
        $user = $this->administrator();
        wp_set_current_user($user);
        $until = time() + HOUR_IN_SECONDS;
        $cookie = wp_generate_auth_cookie($user, $until, 'logged_in', WP_Session_Tokens::get_instance($user)->create($until));
        $_COOKIE[LOGGED_IN_COOKIE] = $cookie;
        $nonce = wp_create_nonce('wp_rest');
        unset($_COOKIE[LOGGED_IN_COOKIE]);

        return ['Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode($cookie), "X-WP-Nonce: {$nonce}"];
    }

    /**
     * @param list<string> $headers
     * @return array{list<string>, list<string>} files of ours by their path in the plugin, queries that name our tables or options
     */
    private function loaded_by(string $path, int $status = 200, string $method = 'GET', array $headers = []): array
    {
        self::assertSame($status, $this->server->ask($method, $path, ['Host: ' . wp_parse_url(home_url(), PHP_URL_HOST) . ':' . wp_parse_url(home_url(), PHP_URL_PORT), ...$headers])['status']);
        $noted = json_decode((string) file_get_contents($this->notes), true);
        $root = dirname(COUNTERFOIL_FILE) . '/';
        $ours = array_filter($noted['files'], static fn (string $file): bool => str_starts_with($file, $root) && ! str_starts_with($file, "{$root}.cache/") && ! str_starts_with($file, "{$root}tests/"));

        return [array_values(array_map(static fn (string $file): string => substr($file, strlen($root)), $ours)), $noted['queries']];
    }
}
