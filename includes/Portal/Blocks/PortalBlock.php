<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Closure;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Portal\DrawScreen;
use Counterfoil\Portal\DueInvoicesQuery;
use Counterfoil\Portal\EnterPage;
use Counterfoil\Portal\Look;
use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portal\PrivatePages;
use Counterfoil\Portal\Sample;
use Counterfoil\Portal\Screen;
use Counterfoil\Portal\Template;
use Counterfoil\Portal\Views\FrameView;
use Counterfoil\Portal\Views\MessageView;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\View;

/** The whole portal: frame and view. */
final readonly class PortalBlock
{
    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(Portal): Look $look
     * @param Closure(DocumentLanguage): Sample $sample
     */
    public function __construct(
        private EnterPage $page,
        private PortalSession $session,
        private DrawScreen $draw,
        private DueInvoicesQuery $due,
        private PortalUrls $urls,
        private Closure $today,
        private Closure $look,
        private Closure $sample,
    ) {
    }

    /** @param array<string, mixed> $attributes */
    public function render(array $attributes): string
    {
        $settings = new BlockSettings($attributes);
        // What the door did not see (a block inside of a pattern) can't be led to the log-in any more.
        $screen = PrivatePages::has(PrivatePages::PORTAL) ? $this->page->screen : null;

        return $screen === null ? $this->closed($settings) : DocumentLanguage::speak(
            determine_locale(),
            fn (DocumentLanguage $language): string => $this->frame(
                $screen,
                $settings,
                $this->draw->handle($screen, $language, $settings->number('recent', 5, 1, 20), $settings->number('perPage', 20, 5, 100))
            )
        );
    }

    /** @param array<string, mixed> $attributes */
    public function preview(array $attributes): string
    {
        $settings = new BlockSettings($attributes);
        $portal = $this->page->brand();

        return DocumentLanguage::speak(determine_locale(), fn (DocumentLanguage $language): string => Template::draw('portal', new FrameView(
            ($this->look)($portal),
            $settings->flag('showBrand', true),
            $settings->text('greeting') !== '' ? $settings->text('greeting') : $this->greeting(Sample::person()),
            Sample::client(),
            'h2',
            $this->tabs('#', '#', View::Overview, 2),
            Sample::person(),
            Sample::client(),
            '#',
            '#',
            Template::draw('overview', ($this->sample)($language)->overview($settings->number('recent', 5, 1, 20))),
            true,
        )));
    }

    private function frame(Screen $screen, BlockSettings $settings, string $content): string
    {
        $contact = $screen->contact;
        $due = $contact->can('billing.view') ? $this->due->all($contact->client->id, ($this->today)())['count'] : 0;
        $greeting = $settings->text('greeting') !== '' ? $settings->text('greeting') : $this->greeting($contact->contact->name);

        return Template::draw('portal', new FrameView(
            ($this->look)($screen->portal),
            $settings->flag('showBrand', true),
            $screen->view === View::Overview ? $greeting : $screen->title(),
            $screen->view === View::Overview ? $contact->client->name : '',
            PageTemplate::is_used() ? 'h1' : 'h2',
            $this->tabs($this->urls->portal($screen->portal), $this->urls->invoices($screen->portal), $screen->view, $due),
            $contact->contact->name,
            $contact->client->name,
            $this->urls->account($screen->portal),
            $this->urls->portal($screen->portal),
            $content,
            other_clients: $this->session->other_clients(),
        ));
    }

    /** Nobody's contact is logged in. */
    private function closed(BlockSettings $settings): string
    {
        $portal = $this->page->brand();
        $is_somebody = is_user_logged_in() && $this->session->current() === null;

        return Template::draw('closed', new FrameView(
            ($this->look)($portal),
            $settings->flag('showBrand', true),
            $is_somebody ? __('No client is connected with your account', 'counterfoil') : __('Please log in', 'counterfoil'),
            '',
            PageTemplate::is_used() ? 'h1' : 'h2',
            [],
            '',
            '',
            '',
            '',
            Template::draw('message', $is_somebody
                ? new MessageView(__('This is where our clients see and pay their invoices. Log out to log in as somebody else.', 'counterfoil'), log_out_url: $this->urls->portal($portal))
                : new MessageView(__('Your invoices are behind the log-in.', 'counterfoil'), __('Log in', 'counterfoil'), $this->urls->login($portal))),
        ));
    }

    private function greeting(string $name): string
    {
        /* translators: %s: name of the person */
        return sprintf(__('Hello %s', 'counterfoil'), $name);
    }

    /** @return list<array{label: string, url: string, is_current: bool, count: int}> */
    private function tabs(string $overview, string $invoices, View $view, int $due): array
    {
        return [
            ['label' => __('Overview', 'counterfoil'), 'url' => $overview, 'is_current' => $view === View::Overview, 'count' => 0],
            ['label' => __('Invoices', 'counterfoil'), 'url' => $invoices, 'is_current' => in_array($view, [View::Invoices, View::Invoice, View::Pay], true), 'count' => $due],
        ];
    }
}
