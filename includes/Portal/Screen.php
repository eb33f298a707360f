<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Identity\PortalContact;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\View;

/** What somebody gets to see of the portal: decided before the page begins, drawn by the block. */
final readonly class Screen
{
    public function __construct(
        public View $view,
        public Portal $portal,
        public PortalContact $contact,
        /** What the page is answered with */
        public int $status = 200,
        public ?Invoice $invoice = null,
        /** Of the pay view: the payment under way, or the last one */
        public ?PaymentView $payment = null,
        public ?int $before = null,
    ) {
    }

    /** For the browser's title bar. */
    public function title(): string
    {
        return match ($this->view) {
            View::Overview => __('Overview', 'counterfoil'),
            View::Invoices => __('Invoices', 'counterfoil'),
            /* translators: %s: invoice number */
            View::Invoice, View::Pdf => sprintf(__('Invoice %s', 'counterfoil'), (string) $this->invoice?->number),
            View::Pay => sprintf(
                /* translators: %s: invoice number */
                $this->invoice?->is_payable() === true ? __('Pay invoice %s', 'counterfoil') : __('Invoice %s', 'counterfoil'),
                (string) $this->invoice?->number
            ),
            View::Account => __('Your account', 'counterfoil'),
            View::Nothing => $this->status === 403 ? __('Not part of your access', 'counterfoil') : __('There is nothing here', 'counterfoil'),
        };
    }
}
