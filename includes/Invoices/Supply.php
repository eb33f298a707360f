<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** When what is billed was supplied: a day, or from one to another. Without either nobody said it. */
final readonly class Supply
{
    public function __construct(public ?string $from = null, public ?string $to = null)
    {
    }

    /** @return array{date: string|null, from: string|null, to: string|null} a single day is a date (BT-72), several are a period (BG-14) */
    public function to_array(): array
    {
        $is_day = $this->from !== null && ($this->to === null || $this->to === $this->from);

        return ['date' => $is_day ? $this->from : null, 'from' => $is_day ? null : $this->from, 'to' => $is_day ? null : $this->to];
    }
}
