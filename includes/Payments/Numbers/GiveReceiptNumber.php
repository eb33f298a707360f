<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Numbers;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\NumberingRepository;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Shared\Database\Database;

/** Gives money that came or went back its number: once, in the transaction that books it, so that the series has no gap. */
final readonly class GiveReceiptNumber
{
    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private Database $database,
        private ReceiptNumbers $numbers,
        private NumberSeries $series,
        private NumberingRepository $numbering,
        private Closure $today,
    ) {
    }

    /**
     * Part of the transaction that books the money, as its last step: from here on everybody else who books waits.
     *
     * @param list<int> $subject_ids of payments, or refunds; those that have a number keep it
     */
    public function handle(DocumentKind $kind, array $subject_ids): void
    {
        $without = array_values(array_diff($subject_ids, array_keys($this->numbers->of_many($kind, $subject_ids))));
        if ($without !== []) {
            $given = $this->series->next_of_many($kind, $this->numbering->format($kind), ($this->today)(), count($without));
            array_map($this->numbers->keep(...), $given, $without);
        }
    }

    /** The number it has; where it was booked before there were any, it gets one now. */
    public function number(DocumentKind $kind, int $subject_id): string
    {
        $number = $this->numbers->of($kind, $subject_id);
        if ($number === '') {
            $this->database->transaction(fn () => $this->handle($kind, [$subject_id]));
        }

        return $number !== '' ? $number : $this->numbers->of($kind, $subject_id);
    }
}
