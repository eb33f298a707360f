<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Clock\Timestamps;

/** When what is billed was supplied: a day, or from one to another. Without either nobody said it. */
final readonly class Supply
{
    public function __construct(public ?string $from = null, public ?string $to = null)
    {
    }

    /** @param array{from: string|null, to: string|null}|null $wire */
    public static function from_wire(?array $wire): self
    {
        return new self($wire['from'] ?? null, $wire['to'] ?? null);
    }

    /** Both are days, and the first is not behind the last. */
    public function is_in_order(): bool
    {
        return ($this->from === null || Timestamps::is_day($this->from))
            && ($this->to === null || Timestamps::is_day($this->to))
            && ($this->from === null || $this->to === null || $this->from <= $this->to);
    }

    /** The day its tax counts on; null where nobody said it. */
    public function last_day(): ?string
    {
        return $this->to ?? $this->from;
    }

    /** @return array{from: string|null, to: string|null} */
    public function to_wire(): array
    {
        return ['from' => $this->from, 'to' => $this->to];
    }

    /** @return array{date: string|null, from: string|null, to: string|null} a single day is a date (BT-72), several are a period (BG-14) */
    public function to_array(): array
    {
        $is_day = $this->from !== null && ($this->to === null || $this->to === $this->from);

        return ['date' => $is_day ? $this->from : null, 'from' => $is_day ? null : $this->from, 'to' => $is_day ? null : $this->to];
    }
}
