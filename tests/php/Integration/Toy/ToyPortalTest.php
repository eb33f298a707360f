<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Tests\Integration\Portal\PortalViewTestCase;

/** Another plugin's screen stands in the portal like one of ours, with its tab, for whoever may see it. */
final class ToyPortalTest extends PortalViewTestCase
{
    use BootsToys;

    protected function setUp(): void
    {
        $this->boot_with_toys();
        parent::setUp();
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $this->forget_toys();
    }

    public function test_a_contact_sees_it_with_its_tab_and_its_count(): void
    {
        $this->issued($this->a);
        $opened = $this->portal($this->contact_a, ['view' => 'toys']);

        self::assertSame(200, $opened->status);
        self::assertStringContainsString('All toys Ada Lindqvist plays for Harbour & Pine', $opened->text());
        self::assertMatchesRegularExpression('/Overview\s+Toys 3 \(3 to play with\)\s+Invoices 1 \(1 unpaid\)/', $opened->text(), 'Tabs stand in their order, each with its own count.');
        self::assertMatchesRegularExpression('/view=toys" aria-current="page"/', $opened->html);
        self::assertStringContainsString('"toys":3', html_entity_decode($opened->html));
        self::assertStringContainsString('Toys 3', $this->portal($this->contact_a)->text(), 'On every screen.');
    }

    public function test_who_may_not_sees_neither_screen_nor_tab(): void
    {
        $opened = $this->portal($this->view_only($this->a, 'vera@harbour.test'), ['view' => 'toys']);

        self::assertSame(403, $opened->status);
        self::assertStringContainsString('Your role doesn’t include this page.', $opened->text());
        self::assertStringNotContainsString('view=toys', $opened->html);
        self::assertStringNotContainsString('plays for', $opened->html);
    }

    public function test_what_is_not_there_is_a_404_and_so_is_a_word_of_no_screen(): void
    {
        foreach ([['view' => 'toys', 'id' => 999], ['view' => 'bears'], ['view' => '../toys'], ['view' => 'invoice']] as $query) {
            $opened = $this->portal($this->contact_a, $query);
            self::assertSame(404, $opened->status, $query['view']);
            self::assertStringContainsString('Page not found', $opened->text());
        }
    }

    public function test_whoever_is_logged_in_reads_why_nothing_is_shown_and_not_to_log_in(): void
    {
        $opened = $this->portal($this->contact_a, ['view' => 'toys', 'id' => 14]);

        self::assertSame(409, $opened->status);
        self::assertStringContainsString('Something went wrong The toys are asleep. Back to overview', $opened->text());
        self::assertStringNotContainsString('log in', strtolower($opened->text()));
    }

    public function test_one_that_breaks_leaves_the_portal_around_it(): void
    {
        $log = (string) ini_set('error_log', (string) tempnam(sys_get_temp_dir(), 'log'));
        $opened = $this->portal($this->contact_a, ['view' => 'toys', 'id' => 13]);
        $logged = (string) file_get_contents((string) ini_set('error_log', $log));

        self::assertStringContainsString('This page isn’t available right now.', $opened->text());
        self::assertStringContainsString('Invoices', $opened->text());
        self::assertStringContainsString('The toy is broken.', $logged);
    }
}
