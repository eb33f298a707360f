<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Clock\Clock;

/** What becomes of invoices, in the books. */
final readonly class LedgerBooks implements Books
{
    public function __construct(private Post $post, private Clock $clock)
    {
    }

    public function issued(Invoice $invoice): void
    {
        $this->post->handle($this->billed('invoice.issued', $invoice, 1, $invoice->issue_date));
    }

    public function voided(Invoice $before, Invoice $invoice): void
    {
        $this->post->handle($this->billed('invoice.voided', $before, -1, null));
    }

    public function withdrawn(Invoice $before, Invoice $pro_forma): void
    {
        $this->post->handle((new Posting('pro_forma.withdrawn', "pro_forma.withdrawn:{$pro_forma->id}", $pro_forma->client_id, $pro_forma->currency->code, $this->clock->now()))->moved($before, $pro_forma));
    }

    public function credited(CreditNote $note, Invoice $before, Invoice $invoice): void
    {
        $this->post->handle(
            (new Posting('credit_note.issued', "credit_note:{$note->id}", $invoice->client_id, $invoice->currency->code, $note->issued_at, day: $note->issue_date))
                ->with(Account::REVENUE, $note->totals->net, $invoice->id)
                ->with(Account::TAX, $note->totals->tax, $invoice->id)
                ->moved($before, $invoice)
        );
    }

    private function billed(string $kind, Invoice $invoice, int $sign, ?string $day): Posting
    {
        return (new Posting($kind, "{$kind}:{$invoice->id}", $invoice->client_id, $invoice->currency->code, $this->clock->now(), day: $day))
            ->with(Account::RECEIVABLE, $sign * $invoice->total, $invoice->id)
            ->with(Account::REVENUE, -$sign * ($invoice->total - $invoice->tax), $invoice->id)
            ->with(Account::TAX, -$sign * $invoice->tax, $invoice->id);
    }
}
