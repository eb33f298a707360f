<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** Something that is kept and that is not what it should be. For staff and logs, in English; amounts are minor units. */
final readonly class Difference
{
    /**
     * @param string $subject "invoice 12"
     * @param string $figure which of its figures, "due"
     */
    public function __construct(
        public string $subject,
        public string $figure,
        public string $kept,
        public string $should_be,
    ) {
    }

    public function __toString(): string
    {
        return "{$this->subject}: {$this->figure} is {$this->kept}, should be {$this->should_be}";
    }

    /**
     * @param array<string, int|string> $kept by figure
     * @param array<string, int|string> $should_be the same figures
     * @return list<self> those that are not the same
     */
    public static function between(string $subject, array $kept, array $should_be): array
    {
        $differences = [];
        foreach ($should_be as $figure => $value) {
            if ($kept[$figure] !== $value) {
                $differences[] = new self($subject, $figure, (string) $kept[$figure], (string) $value);
            }
        }

        return $differences;
    }
}
