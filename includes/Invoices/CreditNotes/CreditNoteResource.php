<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Credit notes as the contract has them. */
final readonly class CreditNoteResource
{
    public function __construct(private ClientRepository $clients, private InvoiceRepository $invoices)
    {
    }

    /**
     * @param list<CreditNote> $notes
     * @return list<array<string, mixed>>
     */
    public function rows(array $notes): array
    {
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (CreditNote $note): int => $note->client_id, $notes))), Viewer::system());
        $numbers = $this->invoices->numbers(array_values(array_unique(array_map(static fn (CreditNote $note): int => $note->invoice_id, $notes))));

        return array_map(static fn (CreditNote $note): array => [
            'id' => $note->id,
            'number' => $note->number,
            'client' => ['id' => $note->client_id, 'name' => ($clients[$note->client_id] ?? null)->name ?? ''],
            'invoice' => ['id' => $note->invoice_id, 'number' => $numbers[$note->invoice_id] ?? ''],
            'issue_date' => $note->issue_date,
            'reason' => $note->reason,
            'total' => $note->total()->to_wire(),
            'from_due' => (new Money($note->from_due, $note->currency))->to_wire(),
            'surplus' => (new Money($note->surplus, $note->currency))->to_wire(),
            'surplus_to' => $note->surplus_to->value,
        ], $notes);
    }

    /** @return array<string, mixed> */
    public function to_wire(CreditNote $note): array
    {
        return $this->rows([$note])[0] + array_diff_key(self::totals($note->totals, $note->currency), ['total' => true]);
    }

    /** @return array<string, mixed> lines, net, taxes, total */
    public static function totals(CreditTotals $totals, Currency $currency): array
    {
        $money = static fn (int $amount): array => (new Money($amount, $currency))->to_wire();
        $taxes = [];
        foreach ($totals->groups as $group) {
            if ($group->tax !== null) {
                $taxes[] = ['name' => $group->tax->name, 'rate' => $group->tax->rate, 'base' => $money($group->base), 'amount' => $money($group->amount)];
            }
        }

        return [
            'lines' => array_map(static fn (CreditLine $line): array => ['position' => $line->position, 'description' => $line->description, 'quantity' => $line->quantity, 'amount' => $money($line->amount)], $totals->lines),
            'net' => $money($totals->net),
            'taxes' => $taxes,
            'total' => $money($totals->total),
        ];
    }
}
