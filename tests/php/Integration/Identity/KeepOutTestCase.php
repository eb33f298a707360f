<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Tests\Support\PortalTestCase;
use RuntimeException;
use WP_Query;

/** Tests with Jane, a contact, who meets WordPress’ own pages and routes. */
abstract class KeepOutTestCase extends PortalTestCase
{
    protected int $contact = 0;

    protected function setUp(): void
    {
        parent::setUp();
        $this->contact = (int) $this->active_contact($this->client(), 'jane@client.test', 'Jane Doe')->user_id;
        // Where a page would be left, the test goes on.
        add_filter('wp_redirect', static fn (string $to): string => throw new RuntimeException($to));
    }

    protected function tearDown(): void
    {
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query();
        parent::tearDown();
    }

    /** @param non-empty-string $hook */
    protected function led_to(string $hook): ?string
    {
        try {
            do_action($hook);
        } catch (RuntimeException $left) {
            return $left->getMessage();
        }

        return null;
    }
}
