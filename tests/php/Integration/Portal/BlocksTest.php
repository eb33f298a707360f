<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Portals\PortalsModule;

final class BlocksTest extends PortalViewTestCase
{
    private const ALL = ['portal', 'login', 'invoices', 'subscriptions', 'pay-button'];

    public function test_the_invoices_block_shows_as_many_as_it_is_told(): void
    {
        for ($i = 0; $i < 3; ++$i) {
            $this->issued($this->a);
        }
        $page = $this->page_with('<!-- wp:counterfoil/invoices {"perPage":2,"heading":"What you owe"} /-->');

        $opened = $this->open($page, [], $this->contact_a);

        self::assertSame(2, substr_count($opened->html, 'class="cf-row"'));
        self::assertStringContainsString('What you owe', $opened->text());
        self::assertStringContainsString('Older invoices', $opened->text());
    }

    public function test_the_pay_button_names_the_amount_whatever_it_is_called(): void
    {
        $late = $this->overdue($this->a);
        $other = $this->issued($this->a);
        $page = $this->page_with('<!-- wp:counterfoil/pay-button {"label":"Settle now","isWide":true} /-->');

        $opened = $this->open($page, [], $this->contact_a);
        $named = $this->open($page, ['id' => $other->id], $this->contact_a);

        self::assertStringContainsString('Settle now · €100.00', $opened->text());
        self::assertStringContainsString("id={$late->id}", $opened->html);
        self::assertStringContainsString('is-wide', $opened->html);
        self::assertStringContainsString("id={$other->id}", $named->html);
    }

    public function test_the_pay_button_can_step_aside_when_all_is_paid(): void
    {
        $shown = $this->page_with('<!-- wp:counterfoil/pay-button /-->');
        $hidden = $this->page_with('<!-- wp:counterfoil/pay-button {"hideWhenPaid":true} /-->');

        self::assertStringContainsString('All invoices are paid', $this->open($shown, [], $this->contact_a)->text());
        self::assertSame('', $this->open($hidden, [], $this->contact_a)->text());
    }

    public function test_abuse_10_attributes_and_arguments_show_nothing_of_others(): void
    {
        $theirs = $this->issued($this->b);
        $page = $this->page_with('<!-- wp:counterfoil/invoices {"client_id":' . $this->b->id . ',"perPage":50} /--><!-- wp:counterfoil/pay-button {"id":' . $theirs->id . '} /-->');
        foreach ([$this->contact_a, null] as $contact) {
            $opened = $this->open($page, ['id' => $theirs->id, 'client_id' => $this->b->id, 'client' => $this->b->id], $contact);
            self::assertStringNotContainsString((string) $theirs->number, $opened->html);
            self::assertStringNotContainsString('100.00', $opened->text());
            self::assertStringNotContainsString("id={$theirs->id}", $opened->html);
        }
        self::assertStringContainsString((string) $theirs->number, $this->open($page, [], $this->contact_b)->html);
    }

    public function test_the_editor_shows_samples_and_nothing_of_any_client(): void
    {
        $invoice = $this->issued($this->a);
        $editor = $this->user('editor');
        foreach (self::ALL as $block) {
            $GLOBALS['wp']->query_vars['rest_route'] = "/wp/v2/block-renderer/counterfoil/{$block}";
            $answer = $this->rest('GET', "/wp/v2/block-renderer/counterfoil/{$block}?context=edit", null, $editor);
            self::assert_status(200, $answer);
            $html = (string) $answer->get_data()['rendered'];
            self::assertNotSame('', $html);
            self::assertStringNotContainsString((string) $invoice->number, $html);
            self::assertStringNotContainsString('Harbour', $html);
            self::assertSame($block !== 'login', str_contains($html, 'Sample data'), $block);
        }
        self::assert_status(403, $this->rest('GET', '/wp/v2/block-renderer/counterfoil/portal?context=edit', null, (int) $this->contact_a->user_id));
        unset($GLOBALS['wp']->query_vars['rest_route']);
    }

    public function test_the_log_in_block_says_what_it_is_told_and_works_without_a_script(): void
    {
        $page = (int) $this->portal->login_page_id;
        wp_update_post(['ID' => $page, 'post_content' => '<!-- wp:counterfoil/login {"heading":"Good to see you"} /-->']);

        $opened = $this->open($page, ['redirect_to' => '/portal/?view=invoice&id=7']);

        self::assertStringContainsString('Good to see you', $opened->text());
        self::assertStringContainsString('<form class="cf-form" method="post"', $opened->html);
        self::assertStringContainsString('name="counterfoil_form" value="log-in"', $opened->html);
        self::assertStringContainsString('value="/portal/?view=invoice&amp;id=7"', $opened->html);
        self::assertSame($this->plugin->module(PortalsModule::class)->urls()->portal($this->portal), $this->open($page, [], $this->contact_a)->redirect);
    }

    /** Before Stripe.js, what the portal sends of its own stays below 30 KB. */
    public function test_scripts_and_styles_stay_light(): void
    {
        $build = dirname(__DIR__, 4) . '/build';
        $bytes = 0;
        foreach (['portal/view.js', 'portal/style-edit.css', 'login/view.js'] as $file) {
            $bytes += strlen((string) gzencode((string) file_get_contents("{$build}/{$file}"), 6));
        }
        self::assertGreaterThan(1000, $bytes);
        self::assertLessThan(30 * 1024, $bytes, "The portal's scripts and styles are {$bytes} bytes.");
        self::assertStringNotContainsString('js.stripe.com/v3/"></script>', (string) file_get_contents("{$build}/portal/view.js"));
    }
}
