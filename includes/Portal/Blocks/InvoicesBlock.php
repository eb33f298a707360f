<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Closure;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\InvoicesView;
use Counterfoil\Portal\EnterPage;
use Counterfoil\Portal\Sample;
use Counterfoil\Portal\Views\InvoicesBox;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Viewer;

/** The newest invoices of whoever is logged in, on any page. */
final readonly class InvoicesBlock
{
    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(Portal): Look $look
     * @param Closure(DocumentLanguage): Sample $sample
     */
    public function __construct(
        private EnterPage $page,
        private PortalSession $session,
        private InvoiceRepository $invoices,
        private InvoiceItems $items,
        private PortalUrls $urls,
        private Closure $today,
        private Closure $look,
        private Closure $sample,
    ) {
    }

    /** @param array<string, mixed> $attributes */
    public function render(array $attributes): string
    {
        $portal = $this->page->brand();
        $contact = $this->session->current();
        $this->page->catch_up();
        if ($contact === null || ! $contact->can('billing.view')) {
            return Template::draw(dirname(__DIR__) . '/templates/invoices-box.php', new InvoicesBox(($this->look)($portal), $this->heading($attributes), null, $this->urls->login($portal)));
        }

        return DocumentLanguage::speak(determine_locale(), function (DocumentLanguage $language) use ($attributes, $portal, $contact): string {
            $most = self::most($attributes);
            $found = $this->invoices->page(InvoiceFilter::of_client($contact->client->id, ($this->today)()), Viewer::system(), $most + 1);
            $items = $this->items->of(array_slice($found, 0, $most), $portal, $language, $contact->can('billing.manage'));
            $all = count($found) > $most ? $this->urls->invoices($portal) : null;

            return Template::draw(dirname(__DIR__) . '/templates/invoices-box.php', new InvoicesBox(($this->look)($portal), $this->heading($attributes), new InvoicesView($items, null, $all), ''));
        });
    }

    /** @param array<string, mixed> $attributes */
    public function preview(array $attributes): string
    {
        return DocumentLanguage::speak(determine_locale(), fn (DocumentLanguage $language): string => Template::draw(dirname(__DIR__) . '/templates/invoices-box.php', new InvoicesBox(
            ($this->look)($this->page->brand()),
            $this->heading($attributes),
            ($this->sample)($language)->invoices(self::most($attributes)),
            '',
            true,
        )));
    }

    /** @param array<string, mixed> $attributes */
    private function heading(array $attributes): string
    {
        $settings = new BlockSettings($attributes);

        return $settings->flag('showHeading', true) ? ($settings->text('heading') !== '' ? $settings->text('heading') : __('Your invoices', 'counterfoil')) : '';
    }

    /** @param array<string, mixed> $attributes */
    private static function most(array $attributes): int
    {
        return (new BlockSettings($attributes))->number('perPage', 5, 1, 50);
    }
}
