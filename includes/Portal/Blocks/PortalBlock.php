<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Closure;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Portal\InvoicesScreen;
use Counterfoil\Payments\Methods\Portal\MethodsScreen;
use Counterfoil\Portal\EnterPage;
use Counterfoil\Portal\OverviewScreen;
use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portal\PrivatePages;
use Counterfoil\Portal\Sample;
use Counterfoil\Portal\Screens;
use Counterfoil\Portal\Views\FrameView;
use Counterfoil\Portal\Views\LinkedBillView;
use Counterfoil\Portal\Views\MessageView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Subscriptions\Portal\SubscriptionsScreen;
use Throwable;

/** The whole portal: frame and view. */
final readonly class PortalBlock
{
    /**
     * @param Closure(Portal): Look $look
     * @param Closure(DocumentLanguage): Sample $sample
     * @param Closure(): string $email the business's own
     */
    public function __construct(
        private EnterPage $page,
        private PortalSession $session,
        private Screens $screens,
        private PortalUrls $urls,
        private Closure $look,
        private Closure $sample,
        private Closure $email,
    ) {
    }

    /** @param array<string, mixed> $attributes */
    public function render(array $attributes): string
    {
        $settings = new BlockSettings($attributes);
        if (! PrivatePages::has(PrivatePages::PORTAL)) {
            $instead = $this->page->handle_late(Location::current());
            if ($instead instanceof Download && ! headers_sent()) {
                $instead->send();
                exit;
            }
        }
        if ($this->page->shows_sample()) {
            return $this->preview($attributes);
        }
        $entered = $this->page->entered();
        [$reader, $screen] = [$entered->reader, $entered->screen];
        if ($entered->linked !== null && $screen !== null) {
            return $this->linked($entered->linked, $screen, $settings);
        }

        return $reader === null || $screen === null
            ? $this->closed($settings)
            : $this->frame($reader, $screen, $settings, $this->content($reader->portal, $screen, $settings));
    }

    /** @param array<string, mixed> $attributes */
    public function preview(array $attributes): string
    {
        $settings = new BlockSettings($attributes);
        $portal = $this->page->brand();

        return DocumentLanguage::speak(determine_locale(), fn (DocumentLanguage $language): string => Template::draw(dirname(__DIR__) . '/templates/portal.php', new FrameView(
            ($this->look)($portal),
            $settings->flag('showBrand', true),
            $settings->text('greeting') !== '' ? $settings->text('greeting') : sprintf(
                /* translators: %s: name of the person */
                __('Hello %s', 'counterfoil'),
                Sample::person()
            ),
            Sample::client(),
            'h2',
            [self::tab(OverviewScreen::WORD, OverviewScreen::as_tab(), '#', true), self::tab(InvoicesScreen::WORD, InvoicesScreen::as_tab(2), '#', false), self::tab(SubscriptionsScreen::WORD, SubscriptionsScreen::as_tab(), '#', false)],
            Sample::person(),
            Sample::client(),
            '#',
            '#',
            Template::draw(dirname(__DIR__) . '/templates/overview.php', ($this->sample)($language)->overview($settings->number('recent', 5, 1, 20))),
            true,
        )));
    }

    private function frame(Reader $reader, OpenedScreen $screen, BlockSettings $settings, string $content): string
    {
        $greeting = $settings->text('greeting') !== '' ? $settings->text('greeting') : $screen->greeting;

        return Template::draw(dirname(__DIR__) . '/templates/portal.php', new FrameView(
            ($this->look)($reader->portal),
            $settings->flag('showBrand', true),
            $screen->greeting === '' ? $screen->title : $greeting,
            $screen->greeting === '' ? '' : $reader->client_name,
            PageTemplate::is_used() ? 'h1' : 'h2',
            $this->tabs($reader, $screen->tab),
            $reader->name,
            $reader->client_name,
            $reader->is_suspended ? '' : $this->urls->account($reader->portal),
            $this->urls->portal($reader->portal),
            $content,
            other_clients: $this->session->other_clients(),
            methods_url: $reader->may('billing.view') && ! $reader->is_suspended ? $this->urls->to($reader->portal, MethodsScreen::WORD) : '',
        ));
    }

    /** A bill that was opened by a link. */
    private function linked(Portal $portal, OpenedScreen $screen, BlockSettings $settings): string
    {
        $look = ($this->look)($portal);

        return Template::draw(dirname(__DIR__) . '/templates/linked-bill.php', new LinkedBillView(
            $look,
            $screen->title,
            PageTemplate::is_used() ? 'h1' : 'h2',
            $this->urls->login($portal),
            $this->content($portal, $screen, $settings),
            ($this->email)(),
        ));
    }

    /** There is no screen: nobody is logged in, nobody's contact is, or what was asked for was refused. */
    private function closed(BlockSettings $settings): string
    {
        $portal = $this->page->brand();
        [$title, $message] = match (true) {
            ! is_user_logged_in() => [
                __('Please log in', 'counterfoil'),
                new MessageView(__('Log in to view your invoices.', 'counterfoil'), __('Log in', 'counterfoil'), $this->urls->login_for($portal, Location::current())),
            ],
            $this->session->current() === null => [
                __('Your account isn’t linked to a client', 'counterfoil'),
                new MessageView(__('This page is where clients view and pay their invoices. Log out to log in with another account.', 'counterfoil'), log_out_url: $this->urls->portal($portal)),
            ],
            default => [
                __('Something went wrong', 'counterfoil'),
                new MessageView($this->page->entered()->refusal?->getMessage() ?? self::unshown(), __('Back to overview', 'counterfoil'), $this->urls->portal($portal)),
            ],
        };

        return Template::draw(dirname(__DIR__) . '/templates/closed.php', new FrameView(
            ($this->look)($portal),
            $settings->flag('showBrand', true),
            $title,
            '',
            PageTemplate::is_used() ? 'h1' : 'h2',
            [],
            '',
            '',
            '',
            '',
            Template::draw(dirname(__DIR__) . '/templates/message.php', $message),
        ));
    }

    private static function unshown(): string
    {
        return __('This page isn’t available right now. Please try again later or contact us.', 'counterfoil');
    }

    /** A screen that breaks takes neither the frame nor the way out of it along. */
    private function content(Portal $portal, OpenedScreen $screen, BlockSettings $settings): string
    {
        try {
            return ($screen->draw)(new ScreenOptions($settings->number('recent', 5, 1, 20), $settings->number('perPage', 20, 5, 100)));
        } catch (Throwable $error) {
            error_log(sprintf('Counterfoil: a screen of the portal is not drawn: %s: %s in %s:%d', $error::class, $error->getMessage(), $error->getFile(), $error->getLine()));
            status_header(500);

            return Template::draw(dirname(__DIR__) . '/templates/message.php', new MessageView(
                self::unshown(),
                __('Back to overview', 'counterfoil'),
                $this->urls->portal($portal),
            ));
        }
    }

    /** @return list<array{word: string, label: string, url: string, is_current: bool, count: int, count_in_words: string}> */
    private function tabs(Reader $reader, string $current): array
    {
        $tabs = [];
        foreach ($this->screens->tabs($reader) as $word => $tab) {
            $tabs[] = self::tab($word, $tab, $word === OverviewScreen::WORD ? $this->urls->portal($reader->portal) : $this->urls->to($reader->portal, $word), $word === $current);
        }

        return $tabs;
    }

    /** @return array{word: string, label: string, url: string, is_current: bool, count: int, count_in_words: string} */
    private static function tab(string $word, Tab $tab, string $url, bool $is_current): array
    {
        return ['word' => $word, 'label' => $tab->label, 'url' => $url, 'is_current' => $is_current, 'count' => $tab->count, 'count_in_words' => $tab->count_in_words];
    }
}
