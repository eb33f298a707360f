<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

use Counterfoil\Invoices\OpenBills;

/**
 * All that is due, found by number, amount, client and name: made in one pass, so that a line costs a few look-ups however
 * many bills there are. About 0.6 KB a bill.
 *
 * @phpstan-import-type Bill from OpenBills
 */
final class BillIndex
{
    /** @var array<int, array{string, int, string, int, string}> number, client, currency, due, due date by id */
    private array $bills = [];
    /** @var array<string, int|list<int>> by BillNumber::key() */
    private array $by_key = [];
    /** @var array<string, int|list<int>> by "EUR1200" */
    private array $by_amount = [];
    /** @var array<int, list<int>> */
    private array $by_client = [];
    /** @var array<string, int> clients by PayerName::of(); 0 where several have the name */
    private array $by_name = [];
    /** @var list<int> */
    private array $lengths = [];

    /** @phpstan-param iterable<Bill> $bills oldest first */
    public function __construct(iterable $bills)
    {
        $lengths = [];
        foreach ($bills as ['id' => $id, 'number' => $number, 'client_id' => $client, 'client' => $name, 'currency' => $currency, 'due' => $due, 'due_on' => $due_on]) {
            $this->bills[$id] = [$number, $client, $currency, $due, $due_on];
            $key = BillNumber::key($number);
            if ($key !== '') {
                self::add($this->by_key, $key, $id);
                $lengths[strlen($key)] = true;
            }
            self::add($this->by_amount, $currency . $due, $id);
            if (! isset($this->by_client[$client])) {
                $name = PayerName::of($name);
                // A name of two letters begins many others.
                if (strlen($name) > 2) {
                    $this->by_name[$name] = isset($this->by_name[$name]) ? 0 : $client;
                }
            }
            $this->by_client[$client][] = $id;
        }
        $this->lengths = array_keys($lengths);
        rsort($this->lengths);
    }

    /** @return list<string> BillNumber::key() of all that a text names */
    public function keys_in(string $text): array
    {
        return BillNumber::in($text, $this->by_key, $this->lengths);
    }

    /** @return list<int> ids */
    public function of_key(string $key): array
    {
        return (array) ($this->by_key[$key] ?? []);
    }

    /** @return list<int> ids */
    public function of_amount(string $currency, int $amount): array
    {
        return (array) ($this->by_amount[$currency . $amount] ?? []);
    }

    /** @return list<int> ids in this currency, the longest due first */
    public function of_client(int $client_id, string $currency): array
    {
        return $this->oldest_first(array_values(array_filter($this->by_client[$client_id] ?? [], fn (int $id): bool => $this->currency($id) === $currency)));
    }

    public function client_named(string $name): ?int
    {
        foreach (PayerName::beginnings($name) as $beginning) {
            if (isset($this->by_name[$beginning])) {
                return $this->by_name[$beginning] ?: null;
            }
        }

        return null;
    }

    /**
     * @param list<int> $ids
     * @return list<int>
     */
    public function oldest_first(array $ids): array
    {
        usort($ids, fn (int $a, int $b): int => [$this->bills[$a][4], $a] <=> [$this->bills[$b][4], $b]);

        return $ids;
    }

    public function number(int $id): string
    {
        return $this->bills[$id][0];
    }

    public function client(int $id): int
    {
        return $this->bills[$id][1];
    }

    public function currency(int $id): string
    {
        return $this->bills[$id][2];
    }

    /** Minor units. */
    public function due(int $id): int
    {
        return $this->bills[$id][3];
    }

    /**
     * Most keys have one bill: a list for each would be most of the memory.
     *
     * @param array<string, int|list<int>> $index
     */
    private static function add(array &$index, string $key, int $id): void
    {
        $index[$key] = isset($index[$key]) ? [...(array) $index[$key], $id] : $id;
    }
}
