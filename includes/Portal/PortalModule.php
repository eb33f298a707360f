<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\Look;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Recurring;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\LoginView;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portal\Blocks\LoginBlock;
use Counterfoil\Portal\Blocks\PortalBlock;
use Counterfoil\Portals\CreatePortalPages;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Html;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\SharedModule;
use WP_Post;
use WP_Query;
use WP_REST_Request;

final class PortalModule extends Module
{
    /** All blocks wear the portal block's style. */
    public const STYLE = 'counterfoil-portal-style';

    /** Flag: a page of a portal had another address before (OldPaths). */
    public const MOVED = 'portal_moved';

    private ?EnterPage $page = null;
    private ?Screens $all_screens = null;
    private ?ReaderLanguage $language = null;

    public function hooks(): void
    {
        add_action('init', [RegisterBlocks::class, 'offer']);
        add_filter('wp_headers', $this->headers(...), PHP_INT_MAX);
        add_filter('template_include', static function (mixed $template): mixed {
            // Before anybody who takes all buffers apart, and with it what is in them.
            add_action('shutdown', [PageOutput::class, 'end'], PHP_INT_MIN);

            return PageOutput::around_template($template);
        }, PHP_INT_MAX);
        add_filter('wp_sitemaps_posts_query_args', [PrivatePages::class, 'leave_out']);
        add_filter('rest_post_search_query', [PrivatePages::class, 'leave_out']);
        add_action('pre_get_posts', static function (WP_Query $query): void {
            if ($query->is_search() && ! is_admin()) {
                $query->set('meta_query', PrivatePages::leave_out($query->query_vars)['meta_query']);
            }
        });
        add_filter('rest_pre_dispatch', $this->before_route(...), 5, 3);
        // Before WordPress looks for a better address, and before the forms of our own pages. PortalUrls names the arguments.
        // First the secret of a link leaves the address.
        add_action('template_redirect', fn () => isset($_GET['bill-link']) ? $this->plugin->module(PortalPagesModule::class)->door()->answer() : null, -11); // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed
        add_action('template_redirect', fn () => isset($_GET['portal-page']) || isset($_GET['portal-login']) || (is_404() && SharedModule::is_raised(self::MOVED)) ? $this->plugin->module(PortalPagesModule::class)->lasting_address()->answer() : null, -10); // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed
        add_action('transition_post_status', fn (string $now, string $before, WP_Post $post) => $post->post_type === 'page' && $before === 'publish' && $now !== 'publish' ? $this->plugin->module(PortalPagesModule::class)->watch()->gone($post) : null, 10, 3);
        add_action('before_delete_post', fn (int $id, WP_Post $post) => $post->post_type === 'page' && $post->post_status === 'publish' ? $this->plugin->module(PortalPagesModule::class)->watch()->gone($post) : null, 10, 2);
        // Whether the portal's pages are there stands on the overview, which is kept.
        add_action('transition_post_status', fn (string $now, string $before, WP_Post $post) => $post->post_type === 'page' && ($now === 'publish') !== ($before === 'publish') ? $this->plugin->database()->state()->advance_for_others() : null, 20, 3);
        add_action('deleted_post', fn (int $id, WP_Post $post) => $post->post_type === 'page' && $post->post_status === 'publish' ? $this->plugin->database()->state()->advance_for_others() : null, 10, 2);
        add_action('post_updated', fn (int $id, WP_Post $now, WP_Post $before) => $now->post_type === 'page' && [$now->post_name, $now->post_parent] !== [$before->post_name, $before->post_parent] ? $this->plugin->module(PortalPagesModule::class)->watch()->moved($now, $before) : null, 10, 3);
        if (is_admin()) {
            RegisterBlocks::for_editors();
        }
    }

    /**
     * Filter `wp_headers`, the first moment at which is known what a page holds: only pages with a block of ours, or on
     * our template, have anything more to do with us.
     *
     * @param array<string, string> $headers
     * @return array<string, string>
     */
    private function headers(array $headers): array
    {
        if (PrivatePages::is_private()) {
            ErrorPage::guard();
            RegisterBlocks::register();
            $pages = new PrivatePages();
            $headers = $pages->headers($headers);
            add_filter('wp_robots', $pages->robots(...), PHP_INT_MAX);
            add_action('wp', $pages->prepare(...));
            // Before the forms of the log-in page, which may refuse in words.
            add_action('template_redirect', fn () => $this->language()->speak_on_page(), 0);
            // After the forms of the log-in page, which may lead elsewhere.
            add_action('template_redirect', $this->enter(...), 5);
            add_action('template_redirect', static function (): void {
                PageOutput::around_private_page();
                add_action('shutdown', [PageOutput::class, 'end'], PHP_INT_MIN);
            }, 6);
            add_filter('pre_get_document_title', $this->title(...), PHP_INT_MAX);
            add_action('wp_head', function (): void {
                echo TabIcon::html($this->plugin->module(PortalsModule::class)->portals()->default()); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there
            });
        }
        if (is_page() && get_page_template_slug() === CreatePortalPages::TEMPLATE) {
            RegisterBlocks::register();
            $template = new PageTemplate();
            add_filter('template_include', $template->choose(...), 99);
            add_action('wp_enqueue_scripts', $template->leave_theme(...), PHP_INT_MAX);
            add_filter('body_class', $template->body_class(...), PHP_INT_MAX);
        }

        return $headers;
    }

    /**
     * Hooked to rest_pre_dispatch: routes of the editor are told of our blocks and template, ours speak the reader's language.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    private function before_route(mixed $result, mixed $server, WP_REST_Request $request): mixed
    {
        $route = $request->get_route();
        if (preg_match('#^/wp/v2/(block-|templates|pages)#i', $route) === 1) {
            RegisterBlocks::for_editors();
        }
        if (stripos($route, '/counterfoil/v1') === 0 && ! has_filter('rest_request_before_callbacks', [$this, 'speak'])) {
            add_filter('rest_request_before_callbacks', [$this, 'speak'], 10, 3);
            add_filter('rest_request_after_callbacks', [$this, 'fall_silent'], PHP_INT_MAX, 3);
        }

        return $result;
    }

    /** @param WP_REST_Request<array<string, mixed>> $request of the filter `rest_request_before_callbacks` */
    public function speak(mixed $response, mixed $handler, WP_REST_Request $request): mixed
    {
        return ReaderLanguage::is_for_readers($request) ? $this->language()->speak_on_route($response, $request) : $response;
    }

    /** @param WP_REST_Request<array<string, mixed>> $request of the filter `rest_request_after_callbacks` */
    public function fall_silent(mixed $response, mixed $handler, WP_REST_Request $request): mixed
    {
        return ReaderLanguage::is_for_readers($request) ? $this->language()->fall_silent($response, $request) : $response;
    }

    public function screens(): array
    {
        return [OverviewScreen::WORD => fn (): Screen => new OverviewScreen(
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(InvoicePagesModule::class)->due(),
            $this->plugin->module(InvoicePagesModule::class)->next(),
            $this->plugin->module(InvoicePagesModule::class)->items(),
            $this->plugin->provided(Recurring::class),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->plugin->module(InvoicesModule::class)->today(...),
            $this->plugin->module(BusinessModule::class)->business(...)
        )];
    }

    public function page(): EnterPage
    {
        return $this->page ??= new EnterPage(
            $this->plugin->module(IdentityModule::class)->session(),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->screens_of_all(),
            $this->plugin->module(PaymentsModule::class)->catch_up(),
            fn (Portal $portal): LoginView => $this->plugin->module(IdentityModule::class)->login_view($portal),
            $this->plugin->module(PortalPagesModule::class)->door(...)
        );
    }

    public function look(Portal $portal): Look
    {
        return Look::of($portal, $this->plugin->module(BusinessModule::class)->business(), $this->plugin->module(PortalsModule::class)->logo(), $this->plugin->module(PortalsModule::class)->urls());
    }

    public function portal_block(): PortalBlock
    {
        return new PortalBlock($this->page(), $this->plugin->module(IdentityModule::class)->session(), $this->screens_of_all(), $this->plugin->module(PortalsModule::class)->urls(), $this->look(...), $this->sample(...), fn (): string => $this->plugin->module(BusinessModule::class)->business()->email);
    }

    public function login_block(): LoginBlock
    {
        return new LoginBlock($this->page(), $this->plugin->module(PortalsModule::class)->urls(), $this->look(...), fn (Portal $portal): LoginView => $this->plugin->module(IdentityModule::class)->login_view($portal));
    }

    private function enter(): void
    {
        if (! PrivatePages::is_private()) {
            return;
        }
        $instead = $this->page()->handle(Location::current());
        if (is_string($instead)) {
            // From one of the portal’s own pages to another; WordPress need not sign it.
            wp_safe_redirect($instead, 302, false);
            exit;
        }
        if ($instead instanceof Download) {
            $instead->send();
            exit;
        }
    }

    private function language(): ReaderLanguage
    {
        return $this->language ??= new ReaderLanguage(
            $this->plugin->module(IdentityModule::class)->session(),
            $this->plugin->module(IdentityModule::class)->tokens(),
            $this->plugin->module(ClientsModule::class)->contacts(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(BusinessModule::class)->business(...),
            $this->plugin->module(PortalPagesModule::class)->door(...)
        );
    }

    /** Filter `pre_get_document_title`: what comes later would make typographic quotes of what was typed. */
    private function title(string $title): string
    {
        if (! PrivatePages::has(PrivatePages::PORTAL) && ! PrivatePages::has(PrivatePages::LOGIN)) {
            return $title;
        }
        $page = $this->page();
        $entered = $page->entered();
        $own = $entered->screen->title ?? ($entered->login === null ? get_post_field('post_title', get_queried_object_id()) : $entered->login->title);

        return Html::escape(implode(' – ', array_filter([$own, $page->brand()->name], static fn (string $part): bool => $part !== '')));
    }

    private function screens_of_all(): Screens
    {
        return $this->all_screens ??= new Screens(
            $this->plugin->module(IdentityModule::class)->session(),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(PortalsModule::class)->urls(),
            fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->screens(), $this->plugin->contributing('screens'))),
            fn (): SuspendedScreen => $this->plugin->module(PortalPagesModule::class)->suspended(),
        );
    }

    public function sample(DocumentLanguage $language): Sample
    {
        return new Sample($language, $this->plugin->module(BusinessModule::class)->business()->currency, $this->plugin->clock()->now());
    }
}
