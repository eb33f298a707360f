<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

/** The agency's own site: one page that says what it does, with the way into the portal. */
final readonly class Home
{
    public function __construct(private Stage $stage)
    {
    }

    public function build(): void
    {
        // WordPress' draft of a privacy policy: nobody's words.
        wp_delete_post((int) get_option('wp_page_for_privacy_policy'), true);
        update_option('wp_page_for_privacy_policy', 0);
        update_option('blogdescription', 'Websites that work for your business');
        $page = wp_insert_post([
            'post_type' => 'page',
            'post_status' => 'publish',
            'post_title' => 'Home',
            'post_name' => 'home',
            'post_content' => wp_slash($this->blocks()),
            'post_date' => $this->stage->today->modify('-190 days')->format('Y-m-d H:i:s'),
            'meta_input' => ['_wp_page_template' => 'page-no-title'],
        ]);
        update_option('show_on_front', 'page');
        update_option('page_on_front', $page);
    }

    private function blocks(): string
    {
        $services = [
            'Websites' => 'Concept, design, development and launch, with one team from start to finish.',
            'Care' => 'Updates, backups, uptime monitoring and small changes, every month.',
            'Search' => 'Search engine optimization with a monthly report.',
        ];
        $columns = implode('', array_map(
            fn (string $title, string $text): string => "<!-- wp:column --><div class=\"wp-block-column\">{$this->heading($title, 3)}{$this->paragraph($text)}</div><!-- /wp:column -->",
            array_keys($services),
            $services
        ));
        // Without the host: the demo may get another port the next time.
        $url = esc_url(wp_make_link_relative($this->stage->portal_url()));

        return '<!-- wp:group {"align":"wide","layout":{"type":"constrained"},"style":{"spacing":{"padding":{"top":"var:preset|spacing|60","bottom":"var:preset|spacing|60"}}}} -->'
            . '<div class="wp-block-group alignwide" style="padding-top:var(--wp--preset--spacing--60);padding-bottom:var(--wp--preset--spacing--60)">'
            . $this->heading('Websites that work for your business.', 1)
            . $this->paragraph('Studio North is a small web agency in Hamburg. We build and maintain websites for breweries, dentists and boatyards.')
            . "<!-- wp:buttons --><div class=\"wp-block-buttons\"><!-- wp:button --><div class=\"wp-block-button\"><a class=\"wp-block-button__link wp-element-button\" href=\"{$url}\">Client portal</a></div><!-- /wp:button --></div><!-- /wp:buttons -->"
            . "<!-- wp:columns --><div class=\"wp-block-columns\">{$columns}</div><!-- /wp:columns -->"
            . $this->paragraph('Am Sandtorkai 24, 20457 Hamburg · <a href="mailto:hello@studio-north.example">hello@studio-north.example</a>')
            . '</div><!-- /wp:group -->';
    }

    private function heading(string $text, int $level): string
    {
        return "<!-- wp:heading {\"level\":{$level}} --><h{$level} class=\"wp-block-heading\">{$text}</h{$level}><!-- /wp:heading -->";
    }

    private function paragraph(string $text): string
    {
        return "<!-- wp:paragraph --><p>{$text}</p><!-- /wp:paragraph -->";
    }
}
