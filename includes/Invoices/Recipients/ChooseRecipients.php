<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Recipients;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\UpdateRecipients;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/** Chooses for one invoice who gets its mails, instead of those who get the client's. */
final readonly class ChooseRecipients
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private ContactRepository $contacts,
        private BillRecipients $recipients,
    ) {
    }

    /**
     * @param list<string> $to addresses of the client's own people
     * @param list<string> $cc of anybody else
     * @param string $at where both stand in what was sent
     * @throws DomainError 400 naming each field, 404, 409 when it was called off
     */
    public function handle(int $id, array $to, array $cc, Viewer $viewer, string $at = ''): Invoice
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $to, $cc, $viewer, $at): Invoice {
            $invoice = $this->invoices->get($id, $viewer);
            if ($invoice->status->is_called_off()) {
                throw $invoice->status === InvoiceStatus::Void ? Refusals::void() : Refusals::withdrawn();
            }
            $client = $this->clients->get($invoice->client_id, Viewer::system());
            $choices = $this->recipients->choices($client);
            $normal = array_values(array_unique(array_map(EmailAddress::normal(...), $to)));
            foreach ($to as $i => $email) {
                if (! isset($choices[EmailAddress::normal($email)])) {
                    throw DomainError::invalid(__('This person can’t receive this client’s invoices. Choose someone from the list, or add the address as CC.', 'counterfoil'), "{$at}/to/{$i}");
                }
            }
            if ($normal === []) {
                throw DomainError::invalid(__('No one receives this invoice. Choose at least one recipient.', 'counterfoil'), "{$at}/to");
            }
            $copies = UpdateRecipients::check($cc, $client, $this->contacts->of_client($client->id, Viewer::system()), "{$at}/cc/%d");
            sort($normal);
            sort($copies);
            if ($this->recipients->chosen($id) === ['to' => $normal, 'cc' => $copies]) {
                return $invoice;
            }
            $this->recipients->choose($id, $normal, $copies);
            $change->event('invoice.recipients_chosen', [['invoice', $id]], $client->id, ['recipients' => implode(', ', [...$normal, ...$copies])]);
            /**
             * Fires after it is chosen who gets the emails of one invoice.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_recipients_chosen', $id);

            return $invoice;
        });
    }
}
