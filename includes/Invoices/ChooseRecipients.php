<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\UpdateRecipients;
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
     * @throws DomainError 400 naming each field, 404, 409 when it is void
     */
    public function handle(int $id, array $to, array $cc, Viewer $viewer): Invoice
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $to, $cc, $viewer): Invoice {
            $invoice = $this->invoices->get($id, $viewer);
            if ($invoice->status === InvoiceStatus::Void) {
                throw Refusals::void();
            }
            $client = $this->clients->get($invoice->client_id, Viewer::system());
            $choices = $this->recipients->choices($client);
            $normal = array_values(array_unique(array_map(EmailAddress::normal(...), $to)));
            foreach ($to as $i => $email) {
                if (! isset($choices[EmailAddress::normal($email)])) {
                    throw DomainError::invalid(__('This person can’t receive this client’s invoices. Choose someone from the list, or add the address as CC.', 'counterfoil'), "/to/{$i}");
                }
            }
            if ($normal === []) {
                throw DomainError::invalid(__('No one receives this invoice. Choose at least one recipient.', 'counterfoil'), '/to');
            }
            $copies = UpdateRecipients::check($cc, $client, $this->contacts->of_client($client->id, Viewer::system()), '/cc/%d');
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
