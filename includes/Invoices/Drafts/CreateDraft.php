<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Attachments\Attachments;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\Recipients\ChooseRecipients;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class CreateDraft
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private DraftRepository $drafts,
        private TermsCheck $check,
        private ClientRepository $clients,
        private Clock $clock,
        private Attachments $attachments,
        private AttachmentRepository $files,
        private ChooseRecipients $recipients,
    ) {
    }

    /**
     * @param list<int> $attachments uploads of whoever creates it
     * @param array{to: list<string>, cc: list<string>}|null $recipients null for whoever gets the client's
     * @throws DomainError 400 naming each field
     */
    public function handle(InvoiceTerms $terms, Actor $actor, array $attachments = [], ?array $recipients = null): Invoice
    {
        return $this->changes->run($actor, function (Change $change) use ($terms, $attachments, $recipients): Invoice {
            $client = $terms->client_id === null ? null : $this->clients->find($terms->client_id, Viewer::system());
            $invoice = $this->insert($change, $this->check->check($terms, $client), $client);
            if ($attachments !== []) {
                $this->attachments->set($invoice->id, $attachments, $change->actor);
            }
            if ($recipients !== null) {
                $this->recipients->handle($invoice->id, $recipients['to'], $recipients['cc'], Viewer::staff($change->actor, []), '/recipients');
            }

            return $invoice;
        });
    }

    /**
     * The same lines again. Plans that changed their currency since are no reason to refuse: the lines have prices of
     * their own.
     */
    public function from(Invoice $original, InvoiceTerms $terms, Actor $actor): Invoice
    {
        return $this->changes->run($actor, fn (Change $change): Invoice => $this->insert($change, $terms, $this->clients->find((int) $terms->client_id, Viewer::system()), $original));
    }

    /**
     * Many at once, as part of a change: all of them, or none where one is refused.
     *
     * @param non-empty-list<InvoiceTerms> $all
     * @return list<Invoice> in their order
     * @throws DomainError 400 naming each field of the first one that is refused
     */
    public function together(Change $change, array $all): array
    {
        $drafts = [];
        foreach ($all as $terms) {
            $client = $terms->client_id === null ? null : $this->clients->find($terms->client_id, Viewer::system());
            $terms = $this->check->check($terms, $client);
            $drafts[] = [$terms, $terms->totals(), $client ?? throw DomainError::not_found()];
        }
        $ids = $this->drafts->insert_many($drafts, $change->actor->type === 'staff' ? $change->actor->id : null, $this->clock->now());
        foreach ($drafts as $index => [, $totals, $client]) {
            $this->created($change, $ids[$index], $totals, $client);
        }

        return array_values($this->invoices->by_ids($ids, Viewer::system()));
    }

    private function insert(Change $change, InvoiceTerms $terms, ?Client $client, ?Invoice $original = null): Invoice
    {
        $totals = $terms->totals();
        $client ??= throw DomainError::not_found();
        $id = $this->drafts->insert($terms, $totals, $client, $change->actor->type === 'staff' ? $change->actor->id : null, $this->clock->now());
        if ($original !== null) {
            $this->files->copy($original->id, $id);
        }
        $this->created($change, $id, $totals, $client, $original);

        return $this->invoices->get($id, Viewer::system());
    }

    private function created(Change $change, int $id, InvoiceTotals $totals, Client $client, ?Invoice $original = null): void
    {
        $change->event(
            $original === null ? 'invoice.created' : 'invoice.duplicated',
            [['invoice', $id]],
            $client->id,
            ['amount' => $totals->total, 'currency' => $totals->currency->code] + ($original === null ? [] : ['original' => $original->number ?? ''])
        );
        /**
         * Fires after a draft is created, including as a duplicate of another invoice.
         *
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('invoice_created', $id);
    }
}
