<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\Balance;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\PortalAccess;
use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Invoices\Attachments\AttachedFile;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Notes\Note;
use Counterfoil\Invoices\Notes\NoteRepository;
use Counterfoil\Invoices\Recipients\BillRecipients;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;
use DateTimeImmutable;

/** One invoice with all that staff sees of it (the contract's invoice). */
final readonly class InvoiceResource
{
    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(int): list<Balance> $credit a client's sums, one for each currency
     * @param Closure(): BillLinks $bill_links
     * @param Closure(int): list<array<string, mixed>> $payments an invoice's, each as the contract's payment
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private ContactRepository $contacts,
        private WebsiteRepository $websites,
        private NoteRepository $notes,
        private InvoicePapers $papers,
        private OutboxRepository $mails,
        private BillRecipients $recipients,
        private AttachmentRepository $files,
        private PortalAccess $access,
        private InvoiceLinks $links,
        private Closure $bill_links,
        private Closure $today,
        private Closure $payments,
        private Closure $credit,
    ) {
    }

    /** @return array<string, mixed> */
    public function to_wire(Invoice $invoice): array
    {
        $today = ($this->today)();
        $client = $this->clients->get($invoice->client_id, Viewer::system());
        $website = $invoice->website_id === null ? null : $this->websites->find($invoice->website_id, Viewer::system());
        $next = $this->recipients->of($invoice->id, $client);
        $recipients = array_values(array_column(array_filter($next, static fn (array $one): bool => $one['copy'] === ''), 'email'));
        $moment = static fn (?DateTimeImmutable $moment): ?string => $moment === null ? null : Timestamps::to_wire($moment);

        return [
            'id' => $invoice->id,
            'number' => $invoice->number,
            'kind' => $invoice->kind->value,
            'pro_forma' => $this->named($invoice->pro_forma_id),
            'made_invoice' => $invoice->settlement === Settlement::Invoiced ? $this->named($this->invoices->made_of($invoice->id)) : null,
            'status' => $invoice->status->value,
            'settlement' => $invoice->settlement->value,
            'is_overdue' => $invoice->state($today) === InvoiceState::Overdue,
            'state' => $invoice->state($today)->value,
            'days_overdue' => $invoice->days_overdue($today),
            'client' => [
                'id' => $client->id,
                'name' => $client->name,
                'email' => $client->email,
                'contact' => ($this->contacts->of_client($client->id, Viewer::system())[0] ?? null)->name ?? '',
            ],
            // It is on this invoice, so it is used.
            'website' => $website === null ? null : ['id' => $website->id, 'name' => $website->name, 'url' => $website->url, 'is_used' => true],
            'currency' => $invoice->currency->code,
            'tax_mode' => $invoice->tax_mode->value,
            'issue_date' => $invoice->issue_date,
            'due_date' => $invoice->due_date,
            'lines' => array_map(static fn (InvoiceLine $line): array => self::line($line, $invoice), $this->invoices->lines($invoice->id)),
            'discount' => $invoice->discount?->to_wire(),
            'coupon' => $invoice->coupon?->to_wire($invoice->currency),
            'message' => $invoice->message,
            'supply' => $invoice->supply->to_wire(),
            'buyer_reference' => $invoice->buyer_reference,
            'purchase_order' => $invoice->purchase_order,
            'exchange_rate' => $invoice->exchange_rate,
            'attachments' => array_map(static fn (AttachedFile $file): array => $file->to_wire(), $this->files->of_invoice($invoice->id)),
            'totals' => TotalsResource::of_invoice($invoice),
            'client_credit' => (new Money($this->credit($invoice), $invoice->currency))->to_wire(),
            'payments' => ($this->payments)($invoice->id),
            'notes' => array_map(self::note(...), $this->notes->of_invoice($invoice->id)),
            'document' => $this->papers->of($invoice)->to_wire(),
            'portal_url' => $this->links->of($invoice),
            'recipients' => $recipients,
            'copies' => array_values(array_column(array_filter($next, static fn (array $one): bool => $one['copy'] !== ''), 'email')),
            'finance_copy' => $this->recipients->finance_of($next),
            'recipient_choices' => array_values($this->recipients->choices($client)),
            'emailed' => $this->mails->recipients('invoice', $invoice->id),
            'without_access' => $this->without_access($client, $recipients),
            'opens_by_link' => ($this->bill_links)()->are_on_for($client->id),
            'created_at' => Timestamps::to_wire($invoice->created_at),
            'issued_at' => $moment($invoice->issued_at),
            'sent_at' => $moment($invoice->is_draft() ? null : $this->mails->first_sent('invoice', $invoice->id)),
            'mail' => $this->mails->delivery('invoice', $invoice->id),
            'opened_at' => $moment($invoice->opened_at),
            'paid_at' => $moment($invoice->paid_at),
            'voided_at' => $moment($invoice->voided_at),
            'version' => $invoice->version,
        ];
    }

    /** @return array{id: int, body: string, author: string, created_at: string} */
    public static function note(Note $note): array
    {
        $author = get_userdata($note->author_id);

        return [
            'id' => $note->id,
            'body' => $note->body,
            'author' => $author === false ? '' : $author->display_name,
            'created_at' => Timestamps::to_wire($note->created_at),
        ];
    }

    /** @return array{id: int, number: string}|null */
    private function named(?int $id): ?array
    {
        return $id === null ? null : ['id' => $id, 'number' => $this->invoices->numbers([$id])[$id] ?? ''];
    }

    /** What the client has, in the invoice's currency. */
    private function credit(Invoice $invoice): int
    {
        foreach (($this->credit)($invoice->client_id) as $balance) {
            if ($balance->currency === $invoice->currency->code) {
                return $balance->credit;
            }
        }

        return 0;
    }

    /** @return array<string, mixed> */
    private static function line(InvoiceLine $line, Invoice $invoice): array
    {
        return [
            'plan_id' => $line->plan_id,
            'description' => $line->description,
            'quantity' => $line->quantity,
            'unit_price' => $line->unit_price,
            'discount' => $line->discount?->to_wire(),
            'tax' => $line->tax?->to_wire(),
            'unit_code' => $line->unit_code,
            'supply' => ['from' => $line->supply_from, 'to' => $line->supply_to],
            'amount' => (new Money((int) $line->amount, $invoice->currency))->to_wire(),
            'interval' => $line->interval_unit === null ? null : ['unit' => $line->interval_unit, 'count' => (int) $line->interval_count],
        ];
    }

    /**
     * Those whose mail can't lead them to the invoice. Without pages there is nothing that anybody could be invited to.
     *
     * @param list<string> $recipients
     * @return list<string>
     */
    private function without_access(Client $client, array $recipients): array
    {
        return $this->links->has_pages($client)
            ? array_values(array_filter($recipients, fn (string $email): bool => $this->access->of($client->id, $email) === Access::None))
            : [];
    }
}
