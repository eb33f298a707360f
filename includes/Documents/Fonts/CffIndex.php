<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

/** A list of byte strings as CFF has them (Adobe's Technical Note 5176, 5). */
final readonly class CffIndex
{
    public int $count;

    /** Where the next thing in the file begins */
    public int $end;

    private int $size;
    private int $data;

    public function __construct(private FontBytes $bytes, private int $place)
    {
        $this->count = $bytes->number($place, 2);
        $this->size = $this->count === 0 ? 0 : $bytes->number($place + 2, 1);
        $this->data = $place + 2 + $this->size * ($this->count + 1);
        $this->end = $this->count === 0 ? $place + 2 : $this->data + $this->offset($this->count);
    }

    public function get(int $number): string
    {
        $from = $this->offset($number);

        return $this->bytes->at($this->data + $from, $this->offset($number + 1) - $from);
    }

    private function offset(int $number): int
    {
        return $this->bytes->number($this->place + 3 + $number * $this->size, $this->size);
    }
}
