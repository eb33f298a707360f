<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Closure;
use Counterfoil\Shared\Settings;

/** How the numbers of each kind of document are written; which one is next is the series'. */
final readonly class NumberingRepository
{
    private const SETTINGS = 'numbering';

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(private Settings $settings, private SeriesRepository $series, private Closure $today)
    {
    }

    public function format(DocumentKind $kind): NumberFormat
    {
        $values = ($this->settings->get(self::SETTINGS)[$kind->value] ?? []) + [
            'prefix' => $kind->usual_prefix(),
            'minimum_digits' => 4,
            'number_pattern' => '{number}',
            'restart' => 'never',
        ];

        return new NumberFormat((string) $values['prefix'], (int) $values['minimum_digits'], (string) $values['number_pattern'], Restart::from((string) $values['restart']));
    }

    /** The number the next document gets when it is issued today. */
    public function next_number(DocumentKind $kind): int
    {
        return $this->series->next_number($kind, $this->format($kind)->period(($this->today)()));
    }

    /** @return array<string, int> the number the next document would get today, by when numbers begin at 1 again */
    public function next_numbers(DocumentKind $kind): array
    {
        $today = ($this->today)();
        $numbers = [];
        foreach (Restart::cases() as $restart) {
            $numbers[$restart->value] = $this->series->next_number($kind, $restart->period($today));
        }

        return $numbers;
    }

    /**
     * Part of the change that is under way. The next number is the series': it only goes up there.
     *
     * @param array<string, NumberFormat> $formats by the kind's value; kinds that are missing stay as they are
     */
    public function save(array $formats): void
    {
        $this->settings->set(self::SETTINGS, array_map(static fn (NumberFormat $format): array => [
            'prefix' => $format->prefix,
            'minimum_digits' => $format->digits,
            'number_pattern' => $format->pattern,
            'restart' => $format->restart->value,
        ], $formats) + $this->settings->get(self::SETTINGS));
    }
}
