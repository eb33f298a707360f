<?php

declare(strict_types=1);

namespace Counterfoil\Products;

/** How often a recurring plan is billed: "every 3 months" is 3 of month. */
final readonly class Interval
{
    public function __construct(
        /** day, week, month or year */
        public string $unit,
        public int $count,
    ) {
    }

    /** From the columns of a plan or of an invoice's line; null when it is billed once. */
    public static function from_row(?string $unit, int|string|null $count): ?self
    {
        return $unit === null || $count === null ? null : new self($unit, (int) $count);
    }

    /** @return array{unit: string, count: int} */
    public function to_wire(): array
    {
        return ['unit' => $this->unit, 'count' => $this->count];
    }

    /** "every month", "every 3 months", in the language that is switched on */
    public function sentence(): string
    {
        if ($this->count === 1) {
            return match ($this->unit) {
                'day' => __('every day', 'counterfoil'),
                'week' => __('every week', 'counterfoil'),
                'month' => __('every month', 'counterfoil'),
                default => __('every year', 'counterfoil'),
            };
        }

        return sprintf(match ($this->unit) {
            /* translators: %d: number of days, at least 2 */
            'day' => _n('every %d day', 'every %d days', $this->count, 'counterfoil'),
            /* translators: %d: number of weeks, at least 2 */
            'week' => _n('every %d week', 'every %d weeks', $this->count, 'counterfoil'),
            /* translators: %d: number of months, at least 2 */
            'month' => _n('every %d month', 'every %d months', $this->count, 'counterfoil'),
            /* translators: %d: number of years, at least 2 */
            default => _n('every %d year', 'every %d years', $this->count, 'counterfoil'),
        }, $this->count);
    }
}
