<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Invoicing;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;

/** Changes how new invoices are made. */
final readonly class UpdateInvoicing
{
    public function __construct(private Changes $changes, private InvoicingRepository $invoicings)
    {
    }

    /** @param array<string, mixed> $body `invoicing.update` of the contract */
    public function handle(array $body, Actor $by): void
    {
        $invoicing = new Invoicing(
            $body['due_days'],
            $body['tax_mode'],
            isset($body['bill_as']) ? DocumentKind::from($body['bill_as']) : $this->invoicings->get()->bill_as,
        );
        $this->changes->run($by, function (Change $change) use ($invoicing): void {
            $this->invoicings->save($invoicing);
            $change->event('settings.invoicing_updated', [['settings', 0]], null);
            /**
             * Fires after the invoice settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_invoicing_updated');
        });
    }

}
