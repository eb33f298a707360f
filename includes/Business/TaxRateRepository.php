<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Settings;

/** The list of rates. It is short, and read and written as a whole. */
final readonly class TaxRateRepository
{
    private const TABLE = 'tax_rates';

    /** Of these countries most agencies come; who comes from elsewhere takes them away. Poland: art. 41 and 146ef of the VAT act; Germany: § 12 UStG. */
    private const FIRST = [['VAT', 'PL', '23'], ['VAT', 'PL', '8'], ['VAT', 'PL', '5'], ['USt.', 'DE', '19'], ['USt.', 'DE', '7']];

    public function __construct(private Database $database, private Settings $settings)
    {
    }

    /** Once: a list that was emptied stays empty. */
    public function create_first(): void
    {
        if (($this->settings->get(self::TABLE)['are_created'] ?? false) === true) {
            return;
        }
        foreach (self::FIRST as $position => [$name, $country, $rate]) {
            $this->database->insert(self::TABLE, ['position' => $position] + self::columns(new TaxRate(0, $name, $country, 'S', $rate)));
        }
        $this->settings->set(self::TABLE, ['are_created' => true]);
    }

    /** @return list<TaxRate> in the business's order */
    public function all(): array
    {
        $rows = $this->database->remembered()->get(self::TABLE, '', fn (): array => $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} ORDER BY position, id"));

        return array_map(static fn (array $row): TaxRate => new TaxRate(
            (int) $row['id'],
            (string) $row['name'],
            (string) $row['country'],
            (string) $row['category'],
            (string) $row['rate'],
            (string) $row['reason_code'],
            (string) $row['reason'],
        ), array_values($rows));
    }

    /** Null for one that was taken away. */
    public function find(int $id): ?TaxRate
    {
        return array_column($this->all(), null, 'id')[$id] ?? null;
    }

    /** The one new lines begin with; null where nobody chose it. */
    public function usual(): ?TaxRate
    {
        return $this->find((int) ($this->settings->get(self::TABLE)['usual_id'] ?? 0));
    }

    /**
     * Part of the change that is under way. Rates with an id are changed, others are new, and those left out are gone.
     *
     * @param list<TaxRate> $rates
     * @param int|null $usual which of them new lines begin with, from 0; null for none
     */
    public function save(array $rates, ?int $usual): void
    {
        $usual_id = null;
        $known = array_map(static fn (TaxRate $rate): int => $rate->id, $this->all());
        $kept = array_filter(array_map(static fn (TaxRate $rate): int => $rate->id, $rates));
        foreach (array_diff($known, $kept) as $gone) {
            $this->database->delete(self::TABLE, ['id' => $gone]);
        }
        foreach ($rates as $position => $rate) {
            $columns = ['position' => $position] + self::columns($rate);
            if (in_array($rate->id, $known, true)) {
                $this->database->update(self::TABLE, $columns, ['id' => $rate->id]);
                $id = $rate->id;
            } else {
                $id = $this->database->insert(self::TABLE, $columns);
            }
            $usual_id = $position === $usual ? $id : $usual_id;
        }
        $this->settings->set(self::TABLE, ['usual_id' => $usual_id] + $this->settings->get(self::TABLE));
        $this->database->remembered()->forget(self::TABLE);
    }

    /** @return array<string, int|string> */
    private static function columns(TaxRate $rate): array
    {
        return array_diff_key($rate->to_array(), ['id' => true]);
    }
}
