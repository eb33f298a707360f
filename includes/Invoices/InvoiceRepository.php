<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\Lists\InvoiceConditions;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Reads invoices, and holds their rows. InvoiceWrites changes them.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class InvoiceRepository
{
    public function __construct(private Database $database)
    {
    }

    /** What the viewer does not see is not there. */
    public function find(int $id, Viewer $viewer): ?Invoice
    {
        $seen = (new Condition('id = ?', [$id]))->and($viewer->condition('client_id'));
        $row = $this->database->row("SELECT * FROM {$this->database->table('invoices')} WHERE {$seen->sql}", $seen->arguments);

        return $row === null ? null : Invoice::from_row($row);
    }

    /**
     * @param list<int> $ids
     * @return array<int, Invoice> by id, in their order; what the viewer does not see is left out
     */
    public function by_ids(array $ids, Viewer $viewer): array
    {
        $found = [];
        foreach (array_chunk($ids, 500) as $some) {
            $seen = Condition::in('id', $some)->and($viewer->condition('client_id'));
            foreach ($this->database->rows("SELECT * FROM {$this->database->table('invoices')} WHERE {$seen->sql}", $seen->arguments) as $row) {
                $found[(int) $row['id']] = Invoice::from_row($row);
            }
        }

        return array_filter(array_map(static fn (int $id): ?Invoice => $found[$id] ?? null, array_combine($ids, $ids)));
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Invoice
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /**
     * What the client may see: its own, and no drafts.
     *
     * @throws DomainError 404
     */
    public function get_for_client(int $id, int $client_id): Invoice
    {
        $invoice = $this->find($id, Viewer::system());

        return $invoice !== null && $invoice->client_id === $client_id && ! $invoice->is_draft() ? $invoice : throw DomainError::not_found();
    }

    /** Whose it is, whoever asks: a link to it leads its reader to that client, when it is theirs. */
    public function client_of(int $id): ?int
    {
        $client = $this->database->value("SELECT client_id FROM {$this->database->table('invoices')} WHERE id = ?", [$id]);

        return $client === null ? null : (int) $client;
    }

    /**
     * Whoever asks: for what refers to them.
     *
     * @param list<int> $ids
     * @return array<int, string> by id
     */
    public function numbers(array $ids): array
    {
        $rows = $ids === [] ? [] : $this->database->rows("SELECT id, number FROM {$this->database->table('invoices')} WHERE id IN ({$this->database->marks($ids)})", $ids);

        return array_column(array_map(static fn (array $row): array => [(int) $row['id'], (string) $row['number']], $rows), 1, 0);
    }

    /** @return list<Invoice> of a client, for which more came than is asked for; oldest first */
    public function with_credit(int $client_id, string $currency): array
    {
        $rows = $this->database->rows(
            "SELECT * FROM {$this->database->table('invoices')} WHERE client_id = ? AND currency = ? AND status <> 'draft' AND " . InvoiceConditions::SURPLUS . ' > 0 ORDER BY id',
            [$client_id, $currency]
        );

        return array_map(Invoice::from_row(...), $rows);
    }

    /** @return list<InvoiceLine> in their order */
    public function lines(int $id): array
    {
        return $this->database->remembered()->glance('invoice_lines', $id, fn (): array => $this->lines_of([$id])[$id]);
    }

    /**
     * For work that is about to ask for those of each of them; see Remembered::during().
     *
     * @param non-empty-list<int> $ids
     */
    public function look_ahead_at_lines(array $ids): void
    {
        $this->database->remembered()->ahead('invoice_lines', $this->lines_of($ids));
    }

    /**
     * @param non-empty-list<int> $ids
     * @return array<int, list<InvoiceLine>> by invoice
     */
    private function lines_of(array $ids): array
    {
        $lines = array_fill_keys($ids, []);
        $of = Condition::in('invoice_id', $ids);
        foreach ($this->database->rows("SELECT * FROM {$this->database->table('invoice_lines')} WHERE {$of->sql} ORDER BY invoice_id, position", $of->arguments) as $row) {
            $lines[(int) $row['invoice_id']][] = InvoiceLine::from_row($row);
        }

        return $lines;
    }

    /** The terms of an invoice as they could be typed again. */
    public function terms(Invoice $invoice): InvoiceTerms
    {
        return new InvoiceTerms(
            $invoice->client_id,
            $invoice->website_id,
            $invoice->currency,
            $invoice->tax_mode,
            $invoice->due_date,
            $this->lines($invoice->id),
            $invoice->discount,
            $invoice->message,
            $invoice->supply,
            $invoice->buyer_reference,
            $invoice->payment_terms,
            $invoice->purchase_order,
            $invoice->exchange_rate,
            $invoice->coupon->code ?? '',
            $invoice->coupon,
            $invoice->kind,
        );
    }

    /**
     * Newest first.
     *
     * @param int|null $before the last id of the page before
     * @return list<Invoice>
     */
    public function page(InvoiceFilter $filter, Viewer $viewer, int $limit, ?int $before = null): array
    {
        [$where, $arguments] = $this->seen($filter, $viewer);
        if ($before !== null) {
            $where .= ' AND id < ?';
            $arguments[] = $before;
        }
        $rows = $this->database->rows(
            "SELECT * FROM {$this->database->table('invoices')} WHERE {$where} ORDER BY id DESC LIMIT ?",
            [...$arguments, $limit]
        );

        return array_map(Invoice::from_row(...), $rows);
    }

    /** The invoice that a pro-forma's payment made; null for what is no pro-forma, or has none yet. */
    public function made_of(int $pro_forma_id): ?int
    {
        $id = $this->database->value("SELECT id FROM {$this->database->table('invoices')} WHERE pro_forma_id = ?", [$pro_forma_id]);

        return $id === null ? null : (int) $id;
    }

    /**
     * The invoices' rows, until the transaction ends: whatever touches their money takes them first, and reads afterwards.
     * Where locks do nothing (SQLite) transactions that write follow one another anyway. With a pro-forma whose money has
     * gone over to its invoice comes that invoice's row.
     *
     * @param list<int> $ids
     */
    public function lock(array $ids): void
    {
        if ($ids === []) {
            return;
        }
        $these = Condition::in('id', $ids);
        foreach ($this->database->rows("SELECT id, settlement FROM {$this->database->table('invoices')} WHERE {$these->sql} ORDER BY id FOR UPDATE", $these->arguments) as $row) {
            if ($row['settlement'] === Settlement::Invoiced->value) {
                $this->database->row("SELECT id FROM {$this->database->table('invoices')} WHERE pro_forma_id = ? FOR UPDATE", [(int) $row['id']]);
            }
        }
    }

    public function has_issued(): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table('invoices')} WHERE status = 'issued' LIMIT 1") !== null;
    }

    /** @return array{string, list<Value>} */
    private function seen(InvoiceFilter $filter, Viewer $viewer): array
    {
        $seen = (new InvoiceConditions($this->database))->of($filter)->and($viewer->condition('client_id'));

        return [$seen->sql, $seen->arguments];
    }
}
