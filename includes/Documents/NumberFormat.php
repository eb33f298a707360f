<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use InvalidArgumentException;

/** How numbers of a series are written: "INV-0012", "INV-2026-0012", "FV/11/2026/12". */
final readonly class NumberFormat
{
    /** What a pattern has to name so that no two periods write the same number. */
    private const NEEDED = ['never' => ['{number}'], 'yearly' => ['{number}', '{year}'], 'monthly' => ['{number}', '{year}', '{month}']];

    /**
     * @param string $prefix in front of it, as it is; may be empty
     * @param int $digits numbers with fewer get zeros in front: 4 makes 12 "0012"
     * @param string $pattern what follows the prefix; {number}, {year} and {month} stand for what they say
     * @throws InvalidArgumentException when the pattern would write a number twice
     */
    public function __construct(
        public string $prefix,
        public int $digits,
        public string $pattern = '{number}',
        public Restart $restart = Restart::Never,
    ) {
        foreach (self::NEEDED[$restart->value] as $part) {
            if (substr_count($pattern, $part) !== 1) {
                throw new InvalidArgumentException("Numbers that begin anew {$restart->value} have to name {$part} once: {$pattern}");
            }
        }
    }

    /** @param string $day of the business, "2026-11-05" */
    public function period(string $day): string
    {
        return $this->restart->period($day);
    }

    /** @param string $day on which the document is issued, in the business's time zone */
    public function text(int $sequence, string $day): string
    {
        return $this->prefix . strtr($this->pattern, [
            '{number}' => str_pad((string) $sequence, $this->digits, '0', STR_PAD_LEFT),
            '{year}' => substr($day, 0, 4),
            '{month}' => substr($day, 5, 2),
        ]);
    }
}
