<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Portal\PageOutput;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Tests\Integration\Subscriptions\StartsSubscriptions;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_HTML_Tag_Processor;

/** Whatever anybody typed is shown as it was typed, and nothing of it runs, whichever way a block gets on a page. */
final class TypedTextTest extends PortalViewTestCase
{
    use StartsSubscriptions;

    private const TYPED = '[typed_test] [gallery] [caption width="9"]x[/caption] <!-- wp:paragraph --> 2x4 -- "big" \'n\' it\'s... :) ;-) 8) (c) {{7*7}} &#91;x&#93; &amp; $1 \\1 Wordpress 👍 <b>';

    private const LOGIN = '<!-- wp:counterfoil/login /-->';

    private int $ran = 0;

    protected function setUp(): void
    {
        parent::setUp();
        add_shortcode('typed_test', function (): string {
            ++$this->ran;

            return 'IT RAN';
        });
    }

    protected function tearDown(): void
    {
        remove_shortcode('typed_test');
        unset($GLOBALS['wp_actions']['template_redirect'], $GLOBALS['_wp_current_template_content'], $GLOBALS['_wp_current_template_id']);
        parent::tearDown();
    }

    /** @return array<string, array{string}> */
    public static function ways(): array
    {
        return array_combine(
            $ways = ['classic theme', 'block theme', 'template of a block theme', 'template part', 'synced pattern', 'widget', 'text widget', 'excerpt filters'],
            array_map(static fn (string $way): array => [$way], $ways)
        );
    }

    #[DataProvider('ways')]
    public function test_abuse_61_an_address_is_shown_as_typed_in_every_container(string $way): void
    {
        $this->view((int) $this->portal->login_page_id, ['redirect_to' => '/' . self::TYPED]);

        $content = $this->through($way, self::LOGIN);
        $html = PageOutput::finish($content);

        self::assertSame(0, $this->ran);
        self::assertSame('/' . self::TYPED, self::field($html, 'redirect_to'));
        self::assertStringNotContainsString('cf-login', $content);
        self::assertStringContainsString('class="cf-form"', $html);
        self::assertStringNotContainsString('data-cf-block', $html);
    }

    #[DataProvider('ways')]
    public function test_abuse_61_names_lines_and_messages_are_shown_as_typed(string $way): void
    {
        // Emoji can't be printed, and an invoice with one is not issued; the contact's own name may have it.
        $printed = str_replace('👍 ', '', self::TYPED);
        $this->a = $this->client($printed);
        $contact = $this->active_contact($this->a, 'typed@harbour.test', 'Ada ' . self::TYPED);
        $invoice = $this->issued($this->a, ['message' => 'Message ' . $printed]);
        $subscription = $this->subscribe($this->a, ['items' => [$this->item(['description' => "Plan {$printed}"])]]);
        $requests = $this->plugin->module(RequestsModule::class);
        $asked = $requests->request()->handle($subscription->id, null, '', Viewer::contact(Actor::contact($contact->id, $contact->name), $this->a->id, ['subscriptions.manage']));
        $requests->decline()->handle($asked->id, 'Answer ' . self::TYPED, Viewer::system());
        $page = (int) $this->portal->portal_page_id;
        foreach ([
            [[], ['Hello Ada ' . self::TYPED, $printed]],
            [['view' => 'invoice', 'id' => $invoice->id], ['Message ' . $printed, 'Care for ' . $printed]],
            [['view' => 'account'], ['Ada ' . self::TYPED]],
            [['view' => 'subscription', 'id' => $subscription->id], ["Plan {$printed}", 'Answer ' . self::TYPED]],
        ] as [$query, $expected]) {
            $this->view($page, $query, (int) $contact->user_id);
            $html = PageOutput::finish($this->through($way, '<!-- wp:counterfoil/portal /-->'));
            $text = (new Opened(200, $html, null, null))->text();
            foreach ($expected as $typed) {
                self::assertStringContainsString($typed, $text, $way);
            }
        }
        self::assertSame(0, $this->ran);
    }

    public function test_the_title_of_a_page_is_the_one_that_was_typed(): void
    {
        $this->plugin->module(PortalsModule::class)->portals()->save_brand($this->portal->id, 'Bits -- "&#91;" :)', '#0b6e4f', null);
        $this->view((int) $this->portal->login_page_id);
        apply_filters('wp_headers', []);

        self::assertSame('Log in – Bits -- "&#91;" :)', html_entity_decode(wp_get_document_title(), ENT_QUOTES | ENT_HTML5));
        self::assertSame(wp_get_document_title(), esc_html(wp_get_document_title()));
    }

    public function test_where_no_page_is_finished_nothing_is_shown(): void
    {
        $this->issued($this->a);
        $page = $this->page_with(self::LOGIN . '<!-- wp:counterfoil/invoices /-->');
        $this->view($page, [], (int) $this->contact_a->user_id);

        $content = (string) apply_filters('the_content', get_post_field('post_content', $page));

        self::assertSame('', trim(wp_strip_all_tags($content)));
        self::assertStringContainsString('<div hidden', $content);
        self::assertSame('', get_the_excerpt($page));
        // In a script's data or a feed's text the place stays empty, on a finished page too.
        foreach ([(string) wp_json_encode(['html' => $content]), (string) wp_json_encode($content, JSON_UNESCAPED_SLASHES), esc_html($content), esc_attr($content)] as $copy) {
            self::assertSame($copy, PageOutput::finish($copy));
        }
        $GLOBALS['wp_query']->is_feed = true;
        self::assertSame('', trim((string) apply_filters('the_content_feed', apply_filters('the_content', get_post_field('post_content', $page)), 'rss2')));
    }

    public function test_a_place_that_is_not_of_this_page_shows_nothing(): void
    {
        $kept = '<div hidden data-cf-block="' . str_repeat('0', 32) . '"></div>';
        PageOutput::hold('<p>Somebody else</p>');

        self::assertSame('<p></p>', PageOutput::finish("<p>{$kept}</p>"));
    }

    /** @return array<string, array{callable(string): string}> */
    public static function minifiers(): array
    {
        return [
            'no quotes' => [static fn (string $html): string => str_replace('"', '', $html)],
            'single quotes, capitals' => [static fn (string $html): string => str_replace(['"', '<div', '</div'], ["'", '<DIV', '</DIV'], $html)],
            'no blanks' => [static fn (string $html): string => (string) preg_replace('/>\s+</', '><', $html)],
            'blanks and attributes' => [static fn (string $html): string => str_replace(['<div hidden', '"></div>'], ["<div id=x\n hidden=\"\"", "\" data-seen >\n</div>"], $html)],
            'XML' => [static fn (string $html): string => str_replace('></div>', '/>', $html)],
            'kses' => [wp_kses_post(...)],
        ];
    }

    /** @param callable(string): string $minify */
    #[DataProvider('minifiers')]
    public function test_a_minifier_before_or_after_ours_changes_nothing(callable $minify): void
    {
        $this->view((int) $this->portal->login_page_id);
        apply_filters('wp_headers', []);
        $before = ob_get_level();
        ob_start();
        PageOutput::begin();
        PageOutput::begin();
        self::assertSame($before + 2, ob_get_level(), 'One buffer of ours.');
        ob_start($minify);
        echo '<p>Before</p> ' . PageOutput::hold('<section class="a">[x] $1 \\0 "quoted"</section>') . ' <p>After</p>';
        ob_end_flush();
        PageOutput::end();
        PageOutput::end();
        self::assertSame($before + 1, ob_get_level());

        self::assertMatchesRegularExpression('~^<p>Before</p>\s*<section class="a">\[x\] \$1 \\\\0 "quoted"</section>\s*<p>After</p>$~', (string) ob_get_clean());
    }

    public function test_who_takes_the_contents_of_all_buffers_gets_the_finished_page(): void
    {
        $this->view((int) $this->portal->login_page_id);
        apply_filters('wp_headers', []);
        $before = ob_get_level();
        ob_start();
        PageOutput::begin();
        echo 'a', PageOutput::hold('<b>1</b>');
        ob_start();
        echo 'c', PageOutput::hold('<b>2</b>');
        PageOutput::end();
        self::assertSame($before + 2, ob_get_level(), 'Ours is gone, theirs is there.');

        $taken = [];
        while (ob_get_level() > $before) {
            array_unshift($taken, ob_get_clean());
        }
        self::assertSame(['a<b>1</b>', 'c<b>2</b>'], $taken);
    }

    public function test_what_was_put_in_is_not_searched_again_and_classes_of_others_are_kept(): void
    {
        $inner = PageOutput::hold('<b>inner</b>');
        $place = PageOutput::hold("<p>{$inner}</p>");
        $marked = str_replace('<div hidden', '<div class="wp-block-hidden-mobile x" hidden', $place);

        self::assertSame("<p>{$inner}</p>", PageOutput::finish($place));
        self::assertSame("<p class=\"wp-block-hidden-mobile x\">{$inner}</p>", PageOutput::finish($marked));
        self::assertSame('', PageOutput::hold(''));
    }

    /** @param array<string, string|int> $query */
    private function view(int $page, array $query = [], int $user = 0): void
    {
        $this->open($page, $query, null, $user);
        $GLOBALS['wp_actions']['template_redirect'] = 1;
    }

    /** What WordPress makes of a block on its way to the page. */
    private function through(string $way, string $block): string
    {
        return match ($way) {
            'classic theme' => (string) apply_filters('the_content', $block),
            'block theme' => $this->template('<!-- wp:group --><div class="wp-block-group">' . $block . '</div><!-- /wp:group -->'),
            'template of a block theme' => $this->template('<!-- wp:group --><main class="wp-block-group"><!-- wp:post-content /--></main><!-- /wp:group -->', $block),
            'template part' => $this->template($this->part($block)),
            'synced pattern' => (string) apply_filters('the_content', sprintf('<!-- wp:block {"ref":%d} /-->', $this->row('wp_block', $block))),
            'widget' => (string) apply_filters('widget_block_content', $block, [], null),
            'text widget' => (string) apply_filters('widget_text_content', do_shortcode(do_blocks($block))),
            default => (string) convert_chars(wpautop(wptexturize(convert_smilies(do_shortcode((string) apply_filters('the_content', $block)))))),
        };
    }

    private function template(string $template, ?string $content = null): string
    {
        if ($content !== null) {
            $post = get_queried_object_id();
            wp_update_post(['ID' => $post, 'post_content' => $content]);
            $GLOBALS['wp_query']->posts = [get_post($post)];
            $GLOBALS['wp_query']->post = get_post($post);
            $GLOBALS['wp_query']->queried_object = get_post($post);
            $GLOBALS['wp_query']->rewind_posts();
            $GLOBALS['_wp_current_template_id'] = get_stylesheet() . '//page';
        }
        $GLOBALS['_wp_current_template_content'] = $template;

        return get_the_block_template_html();
    }

    private function part(string $content): string
    {
        $id = $this->row('wp_template_part', $content);
        wp_set_object_terms($id, get_stylesheet(), 'wp_theme');

        return sprintf('<!-- wp:template-part {"slug":"%s","theme":"%s"} /-->', get_post_field('post_name', $id), get_stylesheet());
    }

    private function row(string $type, string $content): int
    {
        return wp_insert_post(['post_type' => $type, 'post_status' => 'publish', 'post_title' => 'Kept', 'post_name' => 'kept-' . bin2hex(random_bytes(4)), 'post_content' => $content]);
    }

    private static function field(string $html, string $name): ?string
    {
        $tags = new WP_HTML_Tag_Processor($html);
        while ($tags->next_tag(['tag_name' => 'input'])) {
            if ($tags->get_attribute('name') === $name) {
                $value = $tags->get_attribute('value');

                return is_string($value) ? $value : null;
            }
        }

        return null;
    }
}
