<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;

/** Changes how new invoices are made. The next number only goes up: one that was given is never given again. */
final readonly class UpdateInvoicing
{
    public function __construct(private Changes $changes, private InvoicingRepository $invoicings)
    {
    }

    /**
     * @param array<string, mixed> $body `invoicing.update` of the contract
     * @throws DomainError 400
     */
    public function handle(array $body, Actor $by): void
    {
        $invoicing = new Invoicing(
            $body['prefix'],
            $body['next_number'],
            $body['minimum_digits'],
            $body['due_days'],
            Input::text($body['footer']),
            Input::line($body['tax_name']),
            $body['tax_rate'],
            $body['tax_mode'],
        );
        $this->changes->run($by, function (Change $change) use ($invoicing): void {
            $least = max($this->invoicings->next_number(), $this->invoicings->highest_given() + 1);
            if ($invoicing->next_number < $least || ! $this->invoicings->raise_next_number($invoicing->next_number)) {
                throw DomainError::invalid(
                    /* translators: %d: a number */
                    sprintf(__('The next number is %d already, and it can only go up: no number is ever given twice.', 'counterfoil'), $least),
                    '/next_number'
                );
            }
            if ($this->invoicings->is_taken($invoicing->number($invoicing->next_number))) {
                throw DomainError::invalid(
                    /* translators: %s: an invoice's number, "INV-0012" */
                    sprintf(__('There is an invoice %s already. Choose another prefix or a higher number.', 'counterfoil'), $invoicing->number($invoicing->next_number)),
                    '/prefix'
                );
            }
            $this->invoicings->save($invoicing);
            $change->event('settings.invoicing_updated', [['settings', 0]], null);
        });
    }
}
