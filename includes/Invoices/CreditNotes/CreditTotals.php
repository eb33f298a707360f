<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

/** What a credit note adds up to. Minor units. */
final readonly class CreditTotals
{
    public int $net;
    public int $tax;
    public int $total;

    /**
     * @param list<CreditLine> $lines
     * @param list<CreditGroup> $groups those of which something is credited
     */
    public function __construct(public array $lines, public array $groups)
    {
        $this->net = array_sum(array_map(static fn (CreditGroup $group): int => $group->base, $groups));
        $this->tax = array_sum(array_map(static fn (CreditGroup $group): int => $group->amount, $groups));
        $this->total = $this->net + $this->tax;
    }

    /**
     * @param string $lines as lines_to_json() made it
     * @param string $groups as groups_to_json() made it
     */
    public static function from_json(string $lines, string $groups): self
    {
        return new self(array_map(CreditLine::from_row(...), self::rows($lines)), array_map(CreditGroup::from_row(...), self::rows($groups)));
    }

    public function lines_to_json(): string
    {
        return self::json(array_map(static fn (CreditLine $line): array => $line->to_row(), $this->lines));
    }

    public function groups_to_json(): string
    {
        return self::json(array_map(static fn (CreditGroup $group): array => $group->to_row(), $this->groups));
    }

    /** @return list<array<string, mixed>> */
    private static function rows(string $json): array
    {
        $rows = json_decode($json, true, 8, JSON_THROW_ON_ERROR);

        return is_array($rows) ? array_values($rows) : [];
    }

    /** @param list<array<string, mixed>> $rows */
    private static function json(array $rows): string
    {
        return json_encode($rows, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
    }
}
