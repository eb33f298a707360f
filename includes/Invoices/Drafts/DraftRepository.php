<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Clients\Client;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Invoices\TaxSum;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/** Writes invoices while they are drafts, with their lines. Once one is issued nothing here hits it any more. */
final readonly class DraftRepository
{
    public function __construct(private Database $database)
    {
    }

    public function insert(InvoiceTerms $terms, InvoiceTotals $totals, Client $client, ?int $created_by, DateTimeImmutable $now): int
    {
        return $this->insert_many([[$terms, $totals, $client]], $created_by, $now)[0];
    }

    /**
     * @param non-empty-list<array{InvoiceTerms, InvoiceTotals, Client}> $drafts
     * @return list<int> their ids, in their order
     */
    public function insert_many(array $drafts, ?int $created_by, DateTimeImmutable $now): array
    {
        $ids = $this->database->insert_many('invoices', array_map(fn (array $draft): array => [
            ...$this->columns($draft[0], $draft[1]),
            'portal_id' => $draft[2]->portal_id,
            'client_sort' => $draft[2]->sort_name(),
            'status' => InvoiceStatus::Draft->value,
            'settlement' => Settlement::Unpaid->value,
            'created_by' => $created_by,
            'created_at' => Timestamps::to_row($now),
        ], $drafts));
        foreach ($drafts as $index => [$terms, $totals]) {
            $this->insert_lines($ids[$index], $terms, $totals);
        }

        return $ids;
    }

    /** @return bool false when it is no draft any more, or not of this version */
    public function update(int $id, int $version, InvoiceTerms $terms, InvoiceTotals $totals, Client $client): bool
    {
        $hit = $this->database->update(
            'invoices',
            [...$this->columns($terms, $totals), 'portal_id' => $client->portal_id, 'client_sort' => $client->sort_name(), 'version' => $version + 1],
            ['id' => $id, 'status' => InvoiceStatus::Draft->value, 'version' => $version]
        );
        if ($hit === 0) {
            return false;
        }
        $this->database->delete('invoice_lines', ['invoice_id' => $id]);
        $this->insert_lines($id, $terms, $totals);

        return true;
    }

    /** Who was chosen for one client is nobody of another. */
    public function forget_recipients(int $id): void
    {
        $this->database->delete('invoice_recipients', ['invoice_id' => $id]);
    }

    public function delete(int $id): bool
    {
        if ($this->database->delete('invoices', ['id' => $id, 'status' => InvoiceStatus::Draft->value]) === 0) {
            return false;
        }
        $this->database->delete('invoice_lines', ['invoice_id' => $id]);
        $this->database->delete('invoice_notes', ['invoice_id' => $id]);
        $this->forget_recipients($id);

        return true;
    }

    /** @return array<string, int|string|null> */
    private function columns(InvoiceTerms $terms, InvoiceTotals $totals): array
    {
        return [
            'client_id' => $terms->client_id,
            'website_id' => $terms->website_id,
            'currency' => $terms->currency->code,
            'tax_mode' => $terms->tax_mode->value,
            'due_date' => $terms->due_date,
            'discount' => $terms->discount?->to_row(),
            'coupon' => $terms->coupon?->with_amount($totals->coupon())->to_row(),
            'message' => $terms->message,
            'supply_from' => $terms->supply->from,
            'supply_to' => $terms->supply->to,
            'buyer_reference' => $terms->buyer_reference,
            'payment_terms' => $terms->payment_terms,
            'purchase_order' => $terms->purchase_order,
            'exchange_rate' => $terms->exchange_rate,
            'kind' => ($terms->kind ?? DocumentKind::Invoice)->value,
            'subtotal' => $totals->subtotal,
            'discounted' => $totals->discount,
            'net' => $totals->net,
            'tax' => $totals->tax,
            'total' => $totals->total,
            'taxes' => TaxSum::to_rows($totals->taxes),
        ];
    }

    private function insert_lines(int $id, InvoiceTerms $terms, InvoiceTotals $totals): void
    {
        foreach ($terms->lines as $i => $line) {
            $this->database->insert_later('invoice_lines', ['invoice_id' => $id, 'position' => $i, ...$line->with_amount($totals->amounts[$i], $totals->coupon_shares[$i])->to_row()]);
        }
    }
}
