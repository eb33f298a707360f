<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\Restart;
use Counterfoil\Documents\SeriesRepository;
use Counterfoil\Shared\Settings;

/** Settings of new invoices; the next number is the series'. */
final readonly class InvoicingRepository
{
    private const SETTINGS = 'invoicing';

    private const DEFAULTS = [
        'prefix' => 'INV-',
        'minimum_digits' => 4,
        'number_pattern' => '{number}',
        'restart' => 'never',
        'due_days' => 14,
        'footer' => '',
        'tax_name' => '',
        'tax_rate' => '0',
        'tax_mode' => 'exclusive',
    ];

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(private Settings $settings, private SeriesRepository $series, private Closure $today)
    {
    }

    public function get(): Invoicing
    {
        $values = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return new Invoicing(
            (string) $values['prefix'],
            (int) $values['minimum_digits'],
            (int) $values['due_days'],
            (string) $values['footer'],
            (string) $values['tax_name'],
            (string) $values['tax_rate'],
            (string) $values['tax_mode'],
            (string) $values['number_pattern'],
            Restart::from((string) $values['restart']),
        );
    }

    /** The number the next invoice gets when it is issued today. */
    public function next_number(): int
    {
        return $this->series->next_number(DocumentKind::Invoice, $this->get()->format()->period(($this->today)()));
    }

    /** @return array<string, int> the number the next invoice would get today, by when numbers begin at 1 again */
    public function next_numbers(): array
    {
        $today = ($this->today)();
        $numbers = [];
        foreach (Restart::cases() as $restart) {
            $numbers[$restart->value] = $this->series->next_number(DocumentKind::Invoice, $restart->period($today));
        }

        return $numbers;
    }

    /** The next number is the series': it only goes up there. */
    public function save(Invoicing $invoicing): void
    {
        $this->settings->set(self::SETTINGS, [
            'prefix' => $invoicing->prefix,
            'minimum_digits' => $invoicing->minimum_digits,
            'number_pattern' => $invoicing->number_pattern,
            'restart' => $invoicing->restart->value,
            'due_days' => $invoicing->due_days,
            'footer' => $invoicing->footer,
            'tax_name' => $invoicing->tax_name,
            'tax_rate' => $invoicing->tax_rate,
            'tax_mode' => $invoicing->tax_mode,
        ]);
    }
}
