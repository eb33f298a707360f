<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Access;

use Counterfoil\Access\AccessModule;
use Counterfoil\Access\Capability;
use Counterfoil\Identity\Accounts;
use Counterfoil\Plugin;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Uninstall;
use WP_User;

final class UninstallTest extends CommittingTestCase
{
    protected function tearDown(): void
    {
        // The roles and their capabilities are an option of WordPress' own.
        Plugin::instance()->module(AccessModule::class)->install();
        Accounts::create_role();
        parent::tearDown();
    }

    public function test_bills_stay_unless_it_is_wished_for(): void
    {
        Worker::schedule();
        Uninstall::run();
        self::assertSame($this->all_tables(), $this->tables());
        self::assertNotFalse(get_option('counterfoil_schema'));
        self::assertFalse(wp_next_scheduled(Worker::ACTION));
    }

    public function test_a_clean_uninstall_leaves_nothing_of_ours_and_everything_of_others(): void
    {
        // Nor the books.
        $this->leave_books_unequal();
        global $wpdb;
        $user = $this->user();
        $contact = $this->user(Accounts::ROLE);
        $page = wp_insert_post(['post_type' => 'page', 'post_title' => 'Client portal', 'post_status' => 'publish']);
        update_user_meta($user, 'counterfoil_client', '7');
        update_user_meta($user, 'other_counterfoil_thing', 'stays');
        Plugin::instance()->settings()->set('business', ['name' => 'Agency']);
        update_option('counterfoilx', 'stays');
        set_transient('counterfoil_something', 'x', 60);
        update_option(Uninstall::OPTION, '1', false);
        Worker::schedule();

        Uninstall::run();

        wp_cache_flush();
        self::assertSame([], $this->tables());
        self::assertSame([], $wpdb->get_col("SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%counterfoil\\_%'"));
        self::assertSame('stays', get_option('counterfoilx'));
        self::assertSame(['', 'stays'], [get_user_meta($user, 'counterfoil_client', true), get_user_meta($user, 'other_counterfoil_thing', true)]);
        self::assertFalse(wp_next_scheduled(Worker::ACTION));
        self::assertNotNull(get_post($page));
        foreach (Capability::cases() as $capability) {
            self::assertFalse(get_role('administrator')?->has_cap($capability->value));
        }
        // Who was a client's contact stays a user, who may do nothing any more: not even look at wp-admin.
        self::assertNull(get_role(Accounts::ROLE));
        self::assertFalse((new WP_User($contact))->has_cap('read'));
        self::assertSame([], (new WP_User($contact))->caps);
        delete_option('counterfoilx');
        // Nothing of a plugin that is gone listens.
        remove_all_actions('before_delete_post');
        wp_delete_post($page, true);
    }

    /** @return list<string> */
    private function tables(): array
    {
        global $wpdb;
        $tables = array_map(strval(...), $wpdb->get_col("SHOW TABLES LIKE '" . $wpdb->esc_like("{$wpdb->prefix}counterfoil_") . "%'"));
        sort($tables);

        return $tables;
    }

    /** @return list<string> */
    private function all_tables(): array
    {
        $names = array_merge(...array_map(static fn (Module $module): array => array_merge(...array_map(static fn (string $table): array => $table::names(), $module->tables())), Plugin::instance()->modules()));
        $tables = array_map(Plugin::instance()->database()->table(...), $names);
        sort($tables);

        return $tables;
    }
}
