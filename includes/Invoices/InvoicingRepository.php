<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Settings;

/** Settings of new invoices, and the next number in the row that issuing counts up. */
final readonly class InvoicingRepository
{
    private const SETTINGS = 'invoicing';

    /** The one series there is until numbers per year and per month come. */
    public const SERIES = 'default';

    private const DEFAULTS = [
        'prefix' => 'INV-',
        'minimum_digits' => 4,
        'due_days' => 14,
        'footer' => '',
        'tax_name' => '',
        'tax_rate' => '0',
        'tax_mode' => 'exclusive',
    ];

    public function __construct(private Database $database, private Settings $settings)
    {
    }

    public function get(): Invoicing
    {
        $values = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return new Invoicing(
            (string) $values['prefix'],
            $this->next_number(),
            (int) $values['minimum_digits'],
            (int) $values['due_days'],
            (string) $values['footer'],
            (string) $values['tax_name'],
            (string) $values['tax_rate'],
            (string) $values['tax_mode'],
        );
    }

    /** Everything but the next number, which only goes up by `raise_next_number()` and by issuing. */
    public function save(Invoicing $invoicing): void
    {
        $this->settings->set(self::SETTINGS, [
            'prefix' => $invoicing->prefix,
            'minimum_digits' => $invoicing->minimum_digits,
            'due_days' => $invoicing->due_days,
            'footer' => $invoicing->footer,
            'tax_name' => $invoicing->tax_name,
            'tax_rate' => $invoicing->tax_rate,
            'tax_mode' => $invoicing->tax_mode,
        ]);
    }

    public function next_number(): int
    {
        $table = $this->database->table('number_series');

        return (int) ($this->database->value("SELECT next_number FROM {$table} WHERE series = ?", [self::SERIES]) ?? 1);
    }

    /** The highest number an invoice of the series has; 0 when none has one. */
    public function highest_given(): int
    {
        $table = $this->database->table('invoices');

        return (int) $this->database->value("SELECT MAX(series_number) FROM {$table} WHERE series = ?", [self::SERIES]);
    }

    /** Whether an invoice has this very number, "INV-0012", from whatever series. */
    public function is_taken(string $number): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table('invoices')} WHERE number = ?", [$number]) !== null;
    }

    /** @return bool whether the series stands at `$number` now; false when issuing has passed it */
    public function raise_next_number(int $number): bool
    {
        $this->create_series();
        $table = $this->database->table('number_series');
        $this->database->execute("UPDATE {$table} SET next_number = ? WHERE series = ? AND next_number < ?", [$number, self::SERIES, $number]);

        return $this->next_number() === $number;
    }

    /** Repeatable. */
    public function create_series(): void
    {
        $table = $this->database->table('number_series');
        if ($this->database->value("SELECT next_number FROM {$table} WHERE series = ?", [self::SERIES]) !== null) {
            return;
        }
        try {
            $this->database->insert('number_series', ['series' => self::SERIES, 'next_number' => $this->highest_given() + 1]);
        } catch (UniqueViolation) {
            // Somebody else was first, which is as good.
        }
    }
}
