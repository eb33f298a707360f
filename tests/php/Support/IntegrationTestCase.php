<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Plugin;
use Counterfoil\Portal\ErrorPage;
use Counterfoil\Shared\Clock\MovableClock;
use LogicException;
use PHPUnit\Framework\TestCase;
use WP_Error;
use WP_Hook;
use WP_REST_Response;
use WP_User;

/**
 * A test in a real WordPress. Whatever it writes to the database is taken back afterwards, no mail leaves it
 * ($this->mails) and no request goes out ($this->requests) unless it is let.
 *
 * What must really commit (several processes, changes of the schema) extends CommittingTestCase.
 */
abstract class IntegrationTestCase extends TestCase
{
    use SendsRestRequests;

    protected Outbox $outbox;

    protected Gatekeeper $gatekeeper;

    /** @var list<string> what WordPress complained about */
    private array $complaints = [];

    private bool $books_are_unequal = false;

    /** @var array<string, WP_Hook> */
    private array $hooks = [];

    /** @var array<string, array<array-key, mixed>> */
    private array $superglobals = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->hooks = array_map(static fn (WP_Hook $hook): WP_Hook => clone $hook, $GLOBALS['wp_filter']);
        $this->superglobals = ['_SERVER' => $_SERVER, '_GET' => $_GET, '_POST' => $_POST, '_COOKIE' => $_COOKIE, '_REQUEST' => $_REQUEST, '_FILES' => $_FILES];
        wp_cache_flush();
        wp_set_current_user(0);
        $this->begin_isolation();
        $this->complaints = [];
        $this->books_are_unequal = false;
        add_action('doing_it_wrong_run', $this->complain(...), 10, 2);
        add_action('deprecated_function_run', $this->complain(...), 10, 2);
        add_action('deprecated_hook_run', $this->complain(...), 10, 2);
        $this->forbid_caches_in_transactions();
        $this->outbox = new Outbox();
        $this->gatekeeper = new Gatekeeper();
    }

    /** WordPress only notes down that it is used wrongly; here it is a failure. So is a figure that is kept and wrong. */
    protected function assertPostConditions(): void
    {
        if ($this->complaints !== []) {
            self::fail(implode("\n", $this->complaints));
        }
        if (! $this->books_are_unequal) {
            $differences = array_map(strval(...), iterator_to_array(Plugin::instance()->module(LedgerModule::class)->verify()->handle(), false));
            self::assertSame([], $differences, 'The test leaves the books unequal.');
        }
    }

    /** For a test that writes rows behind the product's back: what is kept does not follow from what happened. */
    protected function leave_books_unequal(): void
    {
        $this->books_are_unequal = true;
    }

    protected function tearDown(): void
    {
        $this->end_isolation();
        $GLOBALS['wp_filter'] = $this->hooks;
        $this->clock()->shift(0);
        Plugin::instance()->database()->remembered()->forget();
        foreach ($this->superglobals as $name => $value) {
            $GLOBALS[$name] = $value;
        }
        wp_set_current_user(0);
        wp_cache_flush();
        self::end_error_pages();
        parent::tearDown();
    }

    /** A private page that was opened in this test goes on guarding it. */
    private static function end_error_pages(): void
    {
        while (true) {
            $handler = set_exception_handler(null);
            restore_exception_handler();
            if ($handler !== [ErrorPage::class, 'answer']) {
                return;
            }
            restore_exception_handler();
        }
    }

    /**
     * For a test that provokes them.
     *
     * @return list<string> what WordPress complained about until now; forgotten after this
     */
    protected function take_complaints(): array
    {
        [$complaints, $this->complaints] = [$this->complaints, []];

        return $complaints;
    }

    private function complain(string $name, string $why): void
    {
        $this->complaints[] = wp_strip_all_tags("{$name}: {$why}");
    }

    /** What WordPress keeps in its caches at once stays there when a transaction is taken back: settings, pages, users. */
    private function forbid_caches_in_transactions(): void
    {
        foreach (['added_option', 'updated_option', 'deleted_option', 'added_user_meta', 'updated_user_meta', 'deleted_user_meta', 'wp_insert_post', 'user_register', 'profile_update', 'added_post_meta', 'updated_post_meta'] as $hook) {
            add_action($hook, function (mixed $subject) use ($hook): void {
                if (Plugin::instance()->database()->is_in_transaction()) {
                    $this->complaints[] = "{$hook} in a transaction: " . (is_scalar($subject) ? (string) $subject : '');
                }
            });
        }
    }

    protected function begin_isolation(): void
    {
        Transaction::begin();
    }

    protected function end_isolation(): void
    {
        Transaction::rollback();
    }

    /**
     * A new user.
     *
     * @param array<string, mixed> $fields as wp_insert_user takes them
     * @return int its id
     */
    protected function user(string $role = 'subscriber', array $fields = []): int
    {
        $name = $role . '-' . bin2hex(random_bytes(4));
        $id = wp_insert_user($fields + ['user_login' => $name, 'user_email' => "{$name}@example.test", 'user_pass' => 'correct horse battery', 'role' => $role]);
        if ($id instanceof WP_Error) {
            self::fail($id->get_error_message());
        }

        return $id;
    }

    protected function administrator(): int
    {
        return $this->user('administrator');
    }

    /** The plugin's clock: as in the demo it can be moved. Back to the real time after each test. */
    protected function clock(): MovableClock
    {
        $clock = Plugin::instance()->clock();

        return $clock instanceof MovableClock ? $clock : throw new LogicException('The test site has no COUNTERFOIL_DEMO.');
    }

    /** Logs a user in for what the test calls directly; requests are given their user themselves. */
    protected function act_as(int $user): WP_User
    {
        return wp_set_current_user($user);
    }

    /** Fails with the answer's own words when its status is another one. */
    protected static function assert_status(int $expected, WP_REST_Response $response): void
    {
        self::assertSame($expected, $response->get_status(), (string) wp_json_encode($response->get_data(), JSON_PRETTY_PRINT));
    }

    /** Nobody was written to. */
    protected function assert_no_mail(): void
    {
        self::assertSame([], $this->outbox->mails, 'A mail was sent.');
    }

    /** Nobody outside was asked for anything. */
    protected function assert_no_request(): void
    {
        self::assertSame([], $this->gatekeeper->requests, 'A request went out.');
    }
}
