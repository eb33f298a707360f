<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Portal\ErrorPage;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What a client sees where a page of ours breaks; tests/neighbours breaks the database under it. */
final class ErrorPageTest extends IntegrationTestCase
{
    public function test_it_says_what_to_do_and_nothing_of_what_broke(): void
    {
        ob_start();
        require dirname(COUNTERFOIL_FILE) . '/includes/Portal/templates/error.php';
        $page = (string) ob_get_clean();

        self::assertStringContainsString('This page isn’t available right now. Nothing was changed.', $page);
        self::assertStringContainsString('lang="en-US"', $page);
        self::assertDoesNotMatchRegularExpression('/SELECT|\.php|RuntimeException|<script/', $page);
    }

    public function test_a_private_page_is_guarded_from_its_headers_on(): void
    {
        ErrorPage::guard();

        $handler = set_exception_handler(null);
        restore_exception_handler();
        self::assertSame([ErrorPage::class, 'answer'], $handler);
    }
}
