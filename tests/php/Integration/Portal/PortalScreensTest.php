<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BankAccount;
use Counterfoil\Business\Business;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\BusinessRepository;
use Counterfoil\Business\LegalProfile;
use Counterfoil\Clients\Access;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;

final class PortalScreensTest extends PortalViewTestCase
{
    public function test_who_is_not_logged_in_is_led_to_the_log_in_and_back_to_this_very_invoice(): void
    {
        $opened = $this->open((int) $this->portal->portal_page_id, ['view' => 'invoice', 'id' => 12]);

        $login = (string) get_permalink((int) $this->portal->login_page_id);
        self::assertSame($login, strtok((string) $opened->redirect, '?'));
        parse_str((string) parse_url((string) $opened->redirect, PHP_URL_QUERY), $arguments);
        self::assertSame($this->plugin->module(PortalsModule::class)->urls()->invoice($this->portal, 12), $arguments['redirect_to'] ?? null);
        self::assertSame('', $opened->html);
    }

    public function test_the_overview_says_first_what_is_due_and_offers_to_pay_it(): void
    {
        $this->overdue($this->a);
        $later = $this->issued($this->a);

        $opened = $this->portal($this->contact_a);

        self::assertSame(200, $opened->status);
        self::assertMatchesRegularExpression('/Amount due €200\.00 2 invoices are due/', $opened->text());
        self::assertStringContainsString('Pay €100.00', $opened->text());
        self::assertStringContainsString('was due on January 31, 2020', $opened->text());
        self::assertStringContainsString('(2 unpaid)', $opened->text());
        self::assertStringContainsString((string) $later->number, $opened->text());
    }

    public function test_without_a_gateway_nobody_is_asked_to_pay_online(): void
    {
        Plugin::instance()->settings()->set('stripe', []);
        $invoice = $this->issued($this->a);

        $overview = $this->portal($this->contact_a);
        self::assertStringContainsString('Amount due €100.00', $overview->text());
        self::assertDoesNotMatchRegularExpression('/view=pay\b(?!ment-methods)/', $overview->html);
        self::assertDoesNotMatchRegularExpression('/view=pay\b(?!ment-methods)/', $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->html);
        self::assertNull($this->plugin->module(InvoicesModule::class)->papers()->of($invoice)->to_array()['pay_hint']);
    }

    public function test_what_no_gateway_would_take_is_offered_nowhere(): void
    {
        $invoice = $this->issued($this->a, ['lines' => [['plan_id' => null, 'description' => 'A pin', 'quantity' => '1', 'unit_price' => 49, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']]]]);

        $overview = $this->portal($this->contact_a);
        self::assertStringContainsString('Amount due €0.49', $overview->text());
        self::assertDoesNotMatchRegularExpression('/view=pay\b(?!ment-methods)/', $overview->html);
        self::assertDoesNotMatchRegularExpression('/view=pay\b(?!ment-methods)/', $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->html);
        self::assertNull($this->plugin->module(InvoicesModule::class)->papers()->of($invoice)->to_array()['pay_hint']);
        // Whoever goes there all the same is told why, and gets no form.
        $pay = $this->portal($this->contact_a, ['view' => 'pay', 'id' => $invoice->id]);
        self::assertStringContainsString('data-phase="closed"', $pay->html);
        self::assertStringContainsString('The minimum online payment is €0.50.', $pay->text());
        self::assertStringContainsString('Online payment isn’t available', $pay->text());
    }

    public function test_before_the_first_invoice_it_says_so_and_has_no_button(): void
    {
        $opened = $this->portal($this->contact_a);

        self::assertStringContainsString('Nothing to pay', $opened->text());
        self::assertStringNotContainsString('cf-button--primary', $opened->html);
        self::assertStringContainsString('No invoices yet', $opened->text());
    }

    public function test_an_invoice_is_seen_whole_and_noted_as_opened_once(): void
    {
        $invoice = $this->issued($this->a);

        $opened = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);
        $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);

        self::assertStringContainsString("Invoice {$invoice->number}", $opened->text());
        self::assertStringContainsString('Care for Harbour & Pine', $opened->text());
        self::assertStringContainsString('Pay €100.00', $opened->text());
        self::assertNotNull($this->plugin->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->opened_at);
        self::assertSame(1, $this->rows_of('events', "type = 'invoice.opened'"));
    }

    public function test_an_invoice_says_what_the_law_wants_and_the_account_while_there_is_something_to_pay(): void
    {
        $now = get_object_vars($this->plugin->module(BusinessModule::class)->business());
        (new BusinessRepository($this->plugin->settings()))->save(new Business(...['legal' => new LegalProfile(bank_accounts: [new BankAccount('DE02120300000000202051')])] + $now));
        $invoice = $this->issued($this->a);
        $text = fn (): string => $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->text();
        $paper = $this->plugin->module(InvoicesModule::class)->archive()->paper($invoice->id);

        self::assertNotSame([], $paper?->notes);
        self::assertStringContainsString((string) ($paper?->notes[0] ?? null), $text());
        self::assertStringContainsString('IBAN DE02 1203 0000 0000 2020 51', $text());
        self::assertStringContainsString("Reference: {$invoice->number}", $text());

        $this->plugin->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system());

        self::assertStringContainsString((string) ($paper?->notes[0] ?? null), $text());
        self::assertStringNotContainsString('IBAN', $text(), 'Nobody is to transfer anything for it.');
    }

    public function test_what_a_browser_only_fetches_beforehand_was_seen_by_nobody(): void
    {
        $invoice = $this->issued($this->a);
        $before = $_SERVER;
        foreach ([['REQUEST_METHOD' => 'HEAD'], ['HTTP_SEC_PURPOSE' => 'prefetch;prerender'], ['HTTP_PURPOSE' => 'prefetch'], ['HTTP_X_MOZ' => 'prefetch']] as $said) {
            $_SERVER = $said + $before;
            foreach (['invoice', 'pdf', 'pay'] as $view) {
                $this->portal($this->contact_a, ['view' => $view, 'id' => $invoice->id]);
            }
            $_SERVER = $before;
            self::assertNull($this->plugin->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->opened_at, (string) array_key_first($said));
        }
        $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);
        self::assertNotNull($this->plugin->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->opened_at);
    }

    public function test_the_pdf_is_the_kept_one_byte_for_byte(): void
    {
        $invoice = $this->issued($this->a);

        $opened = $this->portal($this->contact_a, ['view' => 'pdf', 'id' => $invoice->id]);

        self::assertSame($this->plugin->module(InvoicesModule::class)->archive()->pdf($invoice->id), $opened->download?->bytes);
    }

    public function test_the_list_goes_on_page_by_page(): void
    {
        $page = $this->page_with('<!-- wp:counterfoil/portal {"perPage":5} /-->');
        $numbers = [];
        for ($i = 0; $i < 7; ++$i) {
            $numbers[] = (string) $this->issued($this->a)->number;
        }

        $first = $this->open($page, ['view' => 'invoices'], $this->contact_a);
        self::assertSame(5, substr_count($first->html, 'class="cf-row"'));
        self::assertSame(1, preg_match('/before=(\d+)/', $first->html, $match));
        $second = $this->open($page, ['view' => 'invoices', 'before' => $match[1] ?? ''], $this->contact_a);
        self::assertSame(2, substr_count($second->html, 'class="cf-row"'));
        self::assertStringContainsString($numbers[0], $second->html);
        self::assertStringNotContainsString('Older invoices', $second->html);
        self::assertStringContainsString('Latest invoices', $second->html);
    }

    public function test_abuse_01_somebody_elses_invoice_is_not_there_and_looks_like_one_that_never_was(): void
    {
        $theirs = $this->issued($this->b);
        foreach (['invoice', 'pay', 'pdf'] as $view) {
            $never = $this->portal($this->contact_a, ['view' => $view, 'id' => 999_999_999]);
            $opened = $this->portal($this->contact_a, ['view' => $view, 'id' => $theirs->id]);

            self::assertSame(404, $opened->status, $view);
            self::assertNull($opened->download);
            self::assertSame($never->html, $opened->html, $view);
        }
        self::assertNull($this->plugin->module(InvoicesModule::class)->invoices()->get($theirs->id, Viewer::system())->opened_at);
        self::assertSame(0, $this->rows_of('payments'));
        self::assertSame(0, $this->rows_of('events', "type = 'invoice.opened'"));
        $this->assert_no_request();
    }

    public function test_abuse_03_who_may_only_look_sees_no_way_to_pay_and_gets_none(): void
    {
        $invoice = $this->issued($this->a);
        $viewer = $this->view_only($this->a, 'vera@harbour.test');

        foreach ([[], ['view' => 'invoices'], ['view' => 'invoice', 'id' => $invoice->id]] as $query) {
            $opened = $this->portal($viewer, $query);
            self::assertSame(200, $opened->status);
            self::assertStringContainsString((string) $invoice->number, $opened->text());
            self::assertDoesNotMatchRegularExpression('/view=pay\b(?!ment-methods)/', $opened->html);
        }
        $opened = $this->portal($viewer, ['view' => 'pay', 'id' => $invoice->id]);
        self::assertSame(403, $opened->status);
        self::assertStringNotContainsString('cf-pay', $opened->html);
        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", null, (int) $viewer->user_id));
        self::assertSame(0, $this->rows_of('payments'));
        $this->assert_no_request();
    }

    public function test_abuse_08_who_was_suspended_sees_nothing_at_once(): void
    {
        $invoice = $this->issued($this->a);
        self::assertSame(200, $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->status);
        $this->plugin->database()->update('contacts', ['access' => Access::Suspended->value], ['id' => $this->contact_a->id]);

        $opened = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);

        self::assertSame(403, $opened->status);
        self::assertStringNotContainsString((string) $invoice->number, $opened->html);
        self::assertStringNotContainsString('Harbour', $opened->html);
    }

    public function test_abuse_13_looking_at_the_pay_view_begins_no_payment(): void
    {
        $invoice = $this->issued($this->a);

        $opened = $this->portal($this->contact_a, ['view' => 'pay', 'id' => $invoice->id]);

        self::assertSame(200, $opened->status);
        self::assertStringContainsString('data-phase="start"', $opened->html);
        self::assertStringContainsString('Card payments require JavaScript', $opened->html);
        self::assertSame(0, $this->rows_of('payments'));
        $this->assert_no_request();
        self::assertContains($this->rest('GET', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", null, (int) $this->contact_a->user_id)->get_status(), [404, 405]);
        self::assertSame(0, $this->rows_of('payments'));
    }

    public function test_abuse_49_what_somebody_typed_is_shown_as_text(): void
    {
        $evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}';
        $client = $this->client($evil);
        $contact = $this->active_contact($client, 'eve@evil.test', $evil);
        $invoice = $this->issued($client, [
            'message' => $evil,
            'lines' => [['plan_id' => null, 'description' => $evil, 'quantity' => '1', 'unit_price' => 100, 'discount' => null, 'tax' => ['name' => '<b>VAT</b>', 'rate' => '23']]],
        ]);
        foreach ([[], ['view' => 'invoices'], ['view' => 'invoice', 'id' => $invoice->id], ['view' => 'pay', 'id' => $invoice->id], ['view' => 'account']] as $query) {
            $opened = $this->portal($contact, $query);
            self::assertSame(200, $opened->status);
            self::assertStringNotContainsString('<img src=x', $opened->html);
            self::assertStringNotContainsString('<script>alert', $opened->html);
            self::assertStringNotContainsString('<b>VAT', $opened->html);
        }
        self::assertStringContainsString('&lt;script&gt;alert(2)', $this->portal($contact, ['view' => 'invoice', 'id' => $invoice->id])->html);
    }

    public function test_nobody_reads_who_made_this(): void
    {
        $invoice = $this->issued($this->a);
        foreach ([[], ['view' => 'invoices'], ['view' => 'invoice', 'id' => $invoice->id], ['view' => 'pay', 'id' => $invoice->id], ['view' => 'account'], ['view' => 'nowhere']] as $query) {
            $text = $this->portal($this->contact_a, $query)->text();
            self::assertDoesNotMatchRegularExpression('/counterfoil|wordpress/i', $text);
            self::assertStringNotContainsString('<!--', $this->portal($this->contact_a, $query)->html);
        }
    }

    public function test_the_agency_sees_a_sample_and_nothing_of_a_client(): void
    {
        $invoice = $this->issued($this->a);
        foreach ([[], ['view' => 'invoice', 'id' => $invoice->id]] as $query) {
            $page = $this->open((int) $this->portal->portal_page_id, $query, null, $this->administrator());
            self::assertSame(200, $page->status);
            self::assertStringContainsString('Sam Sample', $page->text());
            self::assertStringContainsString('Sample data', $page->text());
            self::assertStringNotContainsString((string) $invoice->number, $page->html);
            self::assertStringNotContainsString('Harbour', $page->html);
        }
        $stranger = $this->open((int) $this->portal->portal_page_id, [], null, $this->user());
        self::assertSame(403, $stranger->status);
        self::assertStringNotContainsString('Sam Sample', $stranger->text());
    }

    /** @return iterable<string, array{\Closure(int): string}> what WordPress makes of a block that stands outside of the page's content */
    public static function late_ways(): iterable
    {
        $block = '<!-- wp:counterfoil/portal /-->';
        yield 'widget' => [static fn (): string => (string) apply_filters('widget_block_content', $block, [], null)];
        yield 'template part' => [static function () use ($block): string {
            $id = wp_insert_post(['post_type' => 'wp_template_part', 'post_status' => 'publish', 'post_title' => 'Part', 'post_name' => 'part-' . bin2hex(random_bytes(4)), 'post_content' => $block]);
            wp_set_object_terms($id, get_stylesheet(), 'wp_theme');

            return do_blocks(sprintf('<!-- wp:template-part {"slug":"%s","theme":"%s"} /-->', get_post_field('post_name', $id), get_stylesheet()));
        }];
    }

    /** @param \Closure(): string $draw */
    #[\PHPUnit\Framework\Attributes\DataProvider('late_ways')]
    public function test_a_block_that_the_door_did_not_see_is_drawn_all_the_same(\Closure $draw): void
    {
        $invoice = $this->issued($this->a);
        $this->open($this->page_with('Plain'), ['view' => 'invoice', 'id' => $invoice->id], $this->contact_a);
        $GLOBALS['wp_actions']['template_redirect'] = 1;
        $html = \Counterfoil\Portal\PageOutput::finish($draw());
        unset($GLOBALS['wp_actions']['template_redirect']);
        self::assertStringContainsString((string) $invoice->number, $html);
        self::assertStringContainsString('Ada Lindqvist', $html);
    }
}
