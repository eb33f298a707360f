<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Support;

use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\TestSite;
use PHPUnit\Framework\AssertionFailedError;
use PHPUnit\Framework\Attributes\Depends;
use PHPUnit\Framework\Attributes\TestDox;
use WP_Error;

/** What every other integration test relies on. */
final class IsolationTest extends IntegrationTestCase
{
    public function test_runs_on_the_database_that_was_asked_for(): void
    {
        global $wpdb;

        self::assertSame(TestSite::engine(), constant('DB_ENGINE'));
        self::assertSame(TestSite::engine() === 'sqlite', str_contains($wpdb::class, 'SQLite'));
    }

    public function test_a_written_row_is_there_during_the_test(): void
    {
        update_option('counterfoil_trace', 'here');
        wp_cache_flush();

        self::assertSame('here', get_option('counterfoil_trace'));
    }

    #[Depends('test_a_written_row_is_there_during_the_test')]
    public function test_and_gone_after_it(): void
    {
        self::assertFalse(get_option('counterfoil_trace'));
    }

    public function test_transactions_of_the_code_nest_and_can_be_rolled_back(): void
    {
        global $wpdb;
        $wpdb->query('START TRANSACTION');
        update_option('counterfoil_kept', '1');
        $wpdb->query('COMMIT');
        $wpdb->query('START TRANSACTION');
        update_option('counterfoil_dropped', '1');
        $wpdb->query('ROLLBACK');
        wp_cache_flush();

        self::assertSame('1', get_option('counterfoil_kept'));
        self::assertFalse(get_option('counterfoil_dropped'));
    }

    #[Depends('test_transactions_of_the_code_nest_and_can_be_rolled_back')]
    public function test_what_the_code_committed_is_gone_as_well(): void
    {
        self::assertFalse(get_option('counterfoil_kept'));
    }

    public function test_mails_are_kept_here(): void
    {
        self::assertTrue(wp_mail('jan@example.test', 'Invoice', 'Text', ['Reply-To: a@example.test']));

        self::assertCount(1, $this->outbox->to('jan@example.test'));
        self::assertSame(['Reply-To: a@example.test'], $this->outbox->mails[0]['headers']);
    }

    public function test_requests_are_noted_and_do_not_go_out(): void
    {
        self::assertInstanceOf(WP_Error::class, wp_remote_get('https://example.test/one'));
        $this->gatekeeper->answer(static fn (array $request): array => Gatekeeper::json(['asked' => $request['url']]));

        self::assertSame('{"asked":"https:\/\/example.test\/two"}', wp_remote_retrieve_body(wp_remote_post('https://example.test/two', ['body' => ['a' => '1']])));
        self::assertSame(['GET', 'POST'], array_column($this->gatekeeper->requests, 'method'));
    }

    public function test_wordpress_did_not_complain_while_it_was_booted(): void
    {
        self::assertSame([], TestSite::$complaints);
    }

    public function test_wrong_use_of_wordpress_is_a_failure(): void
    {
        _doing_it_wrong('counterfoil', 'On purpose.', '1.0');

        try {
            $this->assertPostConditions();
            $failed = false;
        } catch (AssertionFailedError) {
            $failed = true;
        }

        self::assertTrue($failed);
        self::assertStringContainsString('On purpose.', implode("\n", $this->take_complaints()));
    }

    #[TestDox('REST: a log-in by cookie needs its nonce')]
    public function test_rest_requests_meet_the_nonce_check(): void
    {
        $user = $this->administrator();

        self::assert_status(200, $this->rest('GET', '/wp/v2/users/me?_fields=id', user: $user));
        self::assertSame($user, self::json($this->rest('GET', '/wp/v2/users/me', user: $user))['id']);
        self::assert_status(403, $this->rest('GET', '/wp/v2/users/me', user: $user, nonce: 'stale'));
        self::assert_status(401, $this->rest('GET', '/wp/v2/users/me', user: $user, nonce: null));
        self::assert_status(401, $this->rest('GET', '/wp/v2/users/me'));
    }

    public function test_rest_bodies_are_sent_as_json(): void
    {
        $answer = $this->rest('POST', '/wp/v2/posts', ['title' => 'Zażółć', 'status' => 'draft'], $this->administrator());

        self::assert_status(201, $answer);
        self::assertSame('Zażółć', self::json($answer)['title']['raw']);
    }
}
