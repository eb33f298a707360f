<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Closure;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalContact;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Portal\InvoiceItem;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\NextToPay;
use Counterfoil\Portal\EnterPage;
use Counterfoil\Portal\Sample;
use Counterfoil\Portal\Views\PayButtonView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\DomainError;

/** A button to pay what is due: the invoice the page's address names, else the one that is due the longest. */
final readonly class PayButtonBlock
{
    /**
     * @param Closure(Portal): Look $look
     * @param Closure(DocumentLanguage): Sample $sample
     */
    public function __construct(
        private EnterPage $page,
        private PortalSession $session,
        private InvoiceRepository $invoices,
        private NextToPay $next,
        private InvoiceItems $items,
        private PortalUrls $urls,
        private Closure $look,
        private Closure $sample,
    ) {
    }

    /** @param array<string, mixed> $attributes */
    public function render(array $attributes): string
    {
        $settings = new BlockSettings($attributes);
        $portal = $this->page->brand();
        $contact = $this->session->current();
        $this->page->catch_up();
        if ($contact === null) {
            return $this->draw($portal, $settings, $this->urls->login($portal), __('Log in to pay', 'counterfoil'), '');
        }
        $invoice = $contact->can('billing.manage') ? $this->invoice($contact) : null;
        if ($invoice === null) {
            return $settings->flag('hideWhenPaid', false) ? '' : $this->draw($portal, $settings, '', '', __('All invoices are paid. Nothing is due right now.', 'counterfoil'));
        }

        return DocumentLanguage::speak(
            determine_locale(),
            fn (DocumentLanguage $language): string => $this->button($portal, $settings, $this->items->one($invoice, $portal, $language, true))
        );
    }

    /** @param array<string, mixed> $attributes */
    public function preview(array $attributes): string
    {
        return DocumentLanguage::speak(determine_locale(), fn (DocumentLanguage $language): string => $this->button(
            $this->page->brand(),
            new BlockSettings($attributes),
            ($this->sample)($language)->next(),
            true,
        ));
    }

    private function invoice(PortalContact $contact): ?Invoice
    {
        $id = Location::current()->id;
        try {
            $named = $id === null ? null : $this->invoices->get_for_client($id, $contact->client->id);
        } catch (DomainError) {
            // Somebody else's, or none: what is due counts.
            $named = null;
        }

        return $named !== null && $named->is_payable() ? $named : $this->next->of($contact->client->id);
    }

    private function button(Portal $portal, BlockSettings $settings, InvoiceItem $item, bool $is_sample = false): string
    {
        $label = $settings->text('label');

        return $this->draw(
            $portal,
            $settings,
            (string) $item->pay_url,
            // However it is called, it says what it costs.
            $label === '' ? $item->pay_label : "{$label} · {$item->amount}",
            sprintf(
                $item->on_its_way !== ''
                    /* translators: 1: invoice number, 2: date */
                    ? __('Your payment for invoice %1$s is processing.', 'counterfoil')
                    /* translators: 1: invoice number, 2: date */
                    : __('Invoice %1$s, due %2$s', 'counterfoil'),
                $item->number,
                $item->due_date
            ),
            $is_sample,
        );
    }

    private function draw(Portal $portal, BlockSettings $settings, string $url, string $label, string $note, bool $is_sample = false): string
    {
        return Template::draw(dirname(__DIR__) . '/templates/pay-button.php', new PayButtonView(
            ($this->look)($portal),
            $url,
            $label,
            $note,
            $settings->flag('isWide', false),
            $is_sample,
        ));
    }
}
