<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** When a series begins at 1 again. */
enum Restart: string
{
    case Never = 'never';
    case Yearly = 'yearly';
    case Monthly = 'monthly';

    /**
     * @param string $day of the business, "2026-11-05"
     * @return string what the numbers of that day are counted in: "", "2026", "2026-11"
     */
    public function period(string $day): string
    {
        return match ($this) {
            self::Never => '',
            self::Yearly => substr($day, 0, 4),
            self::Monthly => substr($day, 0, 7),
        };
    }
}
