<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Matching\BillIndex;
use Counterfoil\Bank\Matching\Grade;
use Counterfoil\Bank\Matching\MatchTransfers;
use Counterfoil\Bank\Matching\Proposal;
use Counterfoil\Bank\Matching\Transfer;
use Counterfoil\Bank\Matching\Why;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\OpenBills;
use Counterfoil\Shared\Viewer;

/** What lines seem to pay: for new ones, and again for open ones when something of it was paid meanwhile. */
final readonly class ProposeMatches
{
    public function __construct(private OpenBills $bills, private PayerRepository $payers, private InvoiceRepository $invoices, private EntryRepository $entries)
    {
    }

    public function matcher(): MatchTransfers
    {
        return new MatchTransfers(new BillIndex($this->bills->all()));
    }

    /**
     * @param array<int, Transfer> $transfers
     * @return array<int, Proposal> by the same keys
     */
    public function of_transfers(MatchTransfers $matcher, array $transfers): array
    {
        $known = $this->payers->known(array_values($transfers));

        $proposals = array_map(static fn (Transfer $transfer): Proposal => $matcher->match($transfer, $known[$transfer->payer()] ?? null), $transfers);

        return $this->of_settled(array_filter($transfers, static fn (int $key): bool => $proposals[$key]->why === Why::Nothing, ARRAY_FILTER_USE_KEY)) + $proposals;
    }

    /**
     * Somebody paid twice, or by transfer after the card: the number is there, but nothing is due of it.
     *
     * @param array<int, Transfer> $transfers for which nothing was found
     * @return array<int, Proposal> for those that name something
     */
    private function of_settled(array $transfers): array
    {
        $numbers = array_map(static fn (Transfer $transfer): array => $transfer->numbers(), $transfers);
        $all = array_values(array_unique(array_merge([], ...array_values($numbers))));
        $clients = $all === [] ? [] : $this->bills->settled($all);
        $proposals = [];
        foreach ($clients === [] ? [] : $numbers as $key => $some) {
            $named = array_values(array_filter($some, static fn (string $number): bool => isset($clients[$number])));
            if (count(array_unique(array_map(static fn (string $number): int => $clients[$number], $named))) === 1) {
                $proposals[$key] = new Proposal(Grade::Likely, Why::AlreadyPaid, $clients[$named[0]], [], $named);
            }
        }

        return $proposals;
    }

    /**
     * Lines as they are proposed today: a proposal whose bills are not due any more as they were is made anew.
     *
     * @param list<Entry> $entries
     * @return list<Entry> in their order
     */
    public function of_today(array $entries): array
    {
        $ids = [];
        foreach ($entries as $entry) {
            array_push($ids, ...($entry->state === EntryState::Open ? array_keys($entry->proposal->parts) : []));
        }
        $bills = $this->invoices->by_ids(array_values(array_unique($ids)), Viewer::system());
        $stale = array_filter($entries, static fn (Entry $entry): bool => $entry->state === EntryState::Open && ! self::holds($entry, $bills));
        if ($stale === []) {
            return $entries;
        }
        $proposals = $this->of_transfers($this->matcher(), array_map(static fn (Entry $entry): Transfer => $entry->transfer(), $stale));

        foreach ($stale as $index => $entry) {
            $entries[$index] = $entry->proposing($proposals[$index]);
        }

        return array_values($entries);
    }

    /** After something of a client was paid or is due again: what else seems to pay it. Nothing but proposals change. */
    public function renew(int $client_id, ?Entry $also = null): void
    {
        $entries = $this->entries->open_for($client_id);
        $stale = $also === null ? $entries : [...$entries, $also];
        if ($stale === []) {
            return;
        }
        $proposals = $this->of_transfers($this->matcher(), array_map(static fn (Entry $entry): Transfer => $entry->transfer(), $stale));
        foreach ($stale as $index => $entry) {
            $this->entries->propose($entry->id, $proposals[$index]);
        }
    }

    /** @param array<int, Invoice> $bills */
    private static function holds(Entry $entry, array $bills): bool
    {
        foreach ($entry->proposal->parts as $id => $amount) {
            if (! isset($bills[$id]) || ! $bills[$id]->is_payable() || $bills[$id]->due()->amount < $amount) {
                return false;
            }
        }

        return true;
    }
}
