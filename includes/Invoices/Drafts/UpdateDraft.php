<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Attachments\Attachments;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Recipients\ChooseRecipients;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class UpdateDraft
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private DraftRepository $drafts,
        private TermsCheck $check,
        private ClientRepository $clients,
        private Attachments $attachments,
        private ChooseRecipients $recipients,
    ) {
    }

    /**
     * @param int $version the one that was read before changing
     * @param list<int>|null $attachments null for those it has
     * @param array{to: list<string>, cc: list<string>}|null $recipients null for those it has
     * @throws DomainError 400, 404, or 409 when it was issued or changed meanwhile
     */
    public function handle(int $id, InvoiceTerms $terms, int $version, Actor $actor, ?array $attachments = null, ?array $recipients = null): Invoice
    {
        return $this->changes->run($actor, function (Change $change) use ($id, $terms, $version, $attachments, $recipients): Invoice {
            $before = $this->invoices->get($id, Viewer::system());
            if (! $before->is_draft()) {
                throw Refusals::not_a_draft();
            }
            $terms = $this->check->check($terms->of_kind($terms->kind ?? $before->kind));
            $totals = $terms->totals();
            $client = $this->clients->get((int) $terms->client_id, Viewer::system());
            if (! $this->drafts->update($id, $version, $terms, $totals, $client)) {
                throw Refusals::changed_meanwhile();
            }
            if ($client->id !== $before->client_id) {
                $this->drafts->forget_recipients($id);
            }
            if ($attachments !== null) {
                $this->attachments->set($id, $attachments, $change->actor);
            }
            if ($recipients !== null) {
                $this->recipients->handle($id, $recipients['to'], $recipients['cc'], Viewer::staff($change->actor, []), '/recipients');
            }
            $change->event('invoice.updated', [['invoice', $id]], $client->id, ['amount' => $totals->total, 'currency' => $totals->currency->code]);
            /**
             * Fires after a draft changes.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_updated', $id);

            return $this->invoices->get($id, Viewer::system());
        });
    }
}
