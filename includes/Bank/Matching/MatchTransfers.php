<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

use Counterfoil\Documents\Codes\CreditorReference;

/**
 * Says what transfers pay: by the number of a bill, by who pays from this account, by the payer's name, by the amount; in
 * this order, for the first that is found is the most certain. Sure is only what names its bills and pays exactly what is
 * due of them.
 */
final readonly class MatchTransfers
{
    public function __construct(private BillIndex $bills)
    {
    }

    /**
     * @param int|null $known the client who paid from this account before
     */
    public function match(Transfer $transfer, ?int $known): Proposal
    {
        if ($transfer->is_reversal) {
            return Proposal::none(Why::Reversal);
        }
        $keys = $this->bills->keys_in(CreditorReference::spelt_out("{$transfer->reference} \n {$transfer->purpose}"));

        return ($keys === [] ? null : $this->by_numbers($transfer, $keys, $known))
            ?? ($known === null ? null : $this->by_client($transfer, $known, [Why::KnownPayer, Why::KnownPayerAll, Why::KnownPayerOther]))
            ?? $this->by_name($transfer)
            ?? $this->by_amount($transfer);
    }

    /** @param non-empty-list<string> $keys */
    private function by_numbers(Transfer $transfer, array $keys, ?int $known): ?Proposal
    {
        $named = [];
        $other_currency = [];
        $is_certain = true;
        foreach ($keys as $key) {
            $ids = $this->bills->of_key($key);
            $here = array_values(array_filter($ids, fn (int $id): bool => $this->bills->currency($id) === $transfer->currency));
            if ($here === []) {
                $other_currency[] = $this->bills->number($ids[0]);
                continue;
            }
            // An invoice and a pro forma may have the same number: the one with this amount is meant.
            $exact = array_values(array_filter($here, fn (int $id): bool => $this->bills->due($id) === $transfer->amount));
            $named[] = $exact[0] ?? $here[0];
            $is_certain = $is_certain && BillNumber::is_safe($key) && (count($here) === 1 || count($exact) === 1);
        }
        if ($named === []) {
            return new Proposal(Grade::None, Why::OtherCurrency, null, [], $other_currency);
        }
        $clients = array_unique(array_map($this->bills->client(...), $named));
        $agrees = count($clients) === 1 && in_array($clients[0], [$known, $this->bills->client_named($transfer->name)], true);

        return match (true) {
            // A short number that pays nothing exactly was hardly meant.
            ! $is_certain && ! $agrees && (count($named) > 1 || $this->sum($named) !== $transfer->amount) => null,
            count($clients) > 1 => new Proposal(Grade::None, Why::SeveralClients, null, [], array_map($this->bills->number(...), $named)),
            default => $this->of_bills($transfer, $this->bills->oldest_first($named), $is_certain || $agrees),
        };
    }

    /** @param list<int> $ids of one client */
    private function of_bills(Transfer $transfer, array $ids, bool $is_certain): Proposal
    {
        $due = $this->sum($ids);
        [$grade, $why] = match (true) {
            $transfer->amount > $due => [Grade::Likely, Why::Over],
            $transfer->amount < $due => [Grade::Likely, count($ids) > 1 ? Why::PartOfSeveral : Why::Part],
            ! $is_certain => [Grade::Likely, Why::ShortNumber],
            default => [Grade::Sure, count($ids) > 1 ? Why::Numbers : Why::Number],
        };

        return $this->proposal($grade, $why, $transfer, $ids);
    }

    /** @param array{Why, Why, Why} $whys for one bill, for several, for another amount */
    private function by_client(Transfer $transfer, int $client, array $whys): ?Proposal
    {
        $ids = $this->bills->of_client($client, $transfer->currency);
        if ($ids === []) {
            return null;
        }
        foreach ($ids as $id) {
            if ($this->bills->due($id) === $transfer->amount) {
                return $this->proposal(Grade::Likely, $whys[0], $transfer, [$id]);
            }
        }
        $several = SumOfBills::find(array_combine($ids, array_map($this->bills->due(...), $ids)), $transfer->amount);

        return $several !== null
            ? $this->proposal(Grade::Likely, $whys[1], $transfer, $several)
            : $this->proposal(Grade::Likely, $whys[2], $transfer, $ids);
    }

    private function by_name(Transfer $transfer): ?Proposal
    {
        $client = $this->bills->client_named($transfer->name);

        return $client === null ? null : $this->by_client($transfer, $client, [Why::Name, Why::NameAll, Why::NameOther]);
    }

    private function by_amount(Transfer $transfer): Proposal
    {
        $ids = $this->bills->of_amount($transfer->currency, $transfer->amount);

        return match (count($ids)) {
            0 => Proposal::none(Why::Nothing),
            1 => $this->proposal(Grade::Likely, Why::Amount, $transfer, $ids),
            default => Proposal::none(Why::SameAmounts),
        };
    }

    /**
     * The money over these bills, the longest due first, until it is used up.
     *
     * @param list<int> $ids
     */
    private function proposal(Grade $grade, Why $why, Transfer $transfer, array $ids): Proposal
    {
        $left = $transfer->amount;
        $parts = [];
        foreach ($ids as $id) {
            $part = min($left, $this->bills->due($id));
            if ($part > 0) {
                $parts[$id] = $part;
                $left -= $part;
            }
        }

        return new Proposal($grade, $why, $this->bills->client($ids[0]), $parts, array_map($this->bills->number(...), array_slice($ids, 0, 12)));
    }

    /** @param list<int> $ids */
    private function sum(array $ids): int
    {
        return array_sum(array_map($this->bills->due(...), $ids));
    }
}
