<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Rest;

use Counterfoil\Bank\Entry;
use Counterfoil\Bank\EntryState;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Lines as the contract's `bankEntry`; of all of them together a fixed number of queries is asked. */
final readonly class EntryResource
{
    public function __construct(private ClientRepository $clients, private InvoiceRepository $invoices, private PaymentRepository $payments)
    {
    }

    /**
     * @param list<Entry> $entries
     * @return list<array<string, mixed>>
     */
    public function to_wire(array $entries, Viewer $viewer): array
    {
        $payments = $this->payments->by_ids(array_values(array_filter(array_map(static fn (Entry $entry): ?int => $entry->payment_id, $entries))), $viewer);
        $bill_ids = [];
        $client_ids = [];
        foreach ($entries as $entry) {
            array_push($client_ids, $entry->client_id ?? $entry->proposal->client_id ?? 0);
            array_push($bill_ids, ...array_keys($entry->proposal->parts));
        }
        foreach ($payments as $payment) {
            array_push($bill_ids, ...array_map(static fn (Allocation $part): int => $part->invoice_id, $payment->allocations));
        }
        $bills = $this->invoices->by_ids(array_values(array_unique($bill_ids)), $viewer);
        $clients = $this->clients->by_ids(array_values(array_unique(array_filter($client_ids))), $viewer);

        return array_map(fn (Entry $entry): array => $this->entry($entry, $clients, $bills, $payments[$entry->payment_id ?? 0] ?? null), $entries);
    }

    /**
     * @param array<int, int> $parts minor units by invoice; none for those for which nothing is left
     * @return array<string, mixed> the contract's `bankProposal`
     */
    public function split(Entry $entry, int $client_id, array $parts, Viewer $viewer): array
    {
        $client = $this->clients->get($client_id, $viewer);

        return $this->shares($entry, $client, $parts, $this->invoices->by_ids(array_keys($parts), $viewer));
    }

    /**
     * @param array<int, Client> $clients
     * @param array<int, Invoice> $bills
     * @return array<string, mixed>
     */
    private function entry(Entry $entry, array $clients, array $bills, ?Payment $payment): array
    {
        $is_open = $entry->state === EntryState::Open;

        return [
            'id' => $entry->id,
            'import_id' => $entry->import_id,
            'booked_on' => $entry->booked_on,
            'amount' => $entry->amount->to_wire(),
            'name' => $entry->name,
            'account' => $entry->account,
            'text' => $entry->purpose,
            'reference' => $entry->reference,
            'state' => $entry->state->value,
            'match' => $entry->proposal->grade->value,
            'why' => $this->why($entry),
            'proposal' => $is_open ? $this->proposal($entry, $clients, $bills) : null,
            'result' => $payment === null ? null : $this->result($entry, $payment, $clients, $bills),
            'may' => ['confirm' => $is_open && $entry->is_incoming(), 'ignore' => $is_open, 'undo' => ! $is_open && $entry->is_incoming()],
        ];
    }

    private function why(Entry $entry): string
    {
        return match (true) {
            $entry->state === EntryState::Matched => '',
            $entry->state === EntryState::Ignored && $entry->is_incoming() => __('Ignored by someone on your team.', 'counterfoil'),
            default => $entry->proposal->why->words($entry->proposal->numbers),
        };
    }

    /**
     * @param array<int, Client> $clients
     * @param array<int, Invoice> $bills
     * @return array<string, mixed>|null
     */
    private function proposal(Entry $entry, array $clients, array $bills): ?array
    {
        $client = $clients[$entry->proposal->client_id ?? 0] ?? null;

        return $client === null ? null : $this->shares($entry, $client, $entry->proposal->parts, $bills);
    }

    /**
     * @param array<int, int> $shares minor units by invoice
     * @param array<int, Invoice> $bills
     * @return array<string, mixed>
     */
    private function shares(Entry $entry, Client $client, array $shares, array $bills): array
    {
        $parts = [];
        $rest = $entry->amount->amount;
        foreach ($shares as $id => $amount) {
            if (isset($bills[$id])) {
                $parts[] = ['invoice' => ['id' => $id, 'number' => (string) $bills[$id]->number], 'due' => $bills[$id]->due()->to_wire(), 'amount' => $this->money($entry, $amount)];
                $rest -= $amount;
            }
        }

        return ['client' => ['id' => $client->id, 'name' => $client->name], 'parts' => $parts, 'rest' => $this->money($entry, $rest)];
    }

    /**
     * @param array<int, Client> $clients
     * @param array<int, Invoice> $bills
     * @return array<string, mixed>
     */
    private function result(Entry $entry, Payment $payment, array $clients, array $bills): array
    {
        $rest = $payment->received->amount;
        $parts = [];
        foreach ($payment->allocations as $part) {
            $parts[] = ['invoice' => ['id' => $part->invoice_id, 'number' => (string) ($bills[$part->invoice_id]->number ?? '')], 'amount' => $this->money($entry, $part->amount)];
            $rest -= $part->amount;
        }

        return [
            'payment_id' => $payment->id,
            'client' => ['id' => $payment->client_id, 'name' => $clients[$payment->client_id]->name ?? ''],
            'parts' => $parts,
            'rest' => $this->money($entry, $rest),
            'matched_at' => Timestamps::to_wire($entry->matched_at ?? $payment->created_at),
            'matched_by' => $entry->matched_by,
        ];
    }

    /** @return array{amount: int, currency: string} */
    private function money(Entry $entry, int $amount): array
    {
        return (new Money($amount, $entry->amount->currency))->to_wire();
    }
}
