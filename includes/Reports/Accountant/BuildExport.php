<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Closure;
use Counterfoil\Reports\Accountant\Parts\Part;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Languages;
use DateTimeImmutable;

/**
 * Makes an export, step by step. Each step is written in one transaction with the place where the next begins, so that a
 * process may die anywhere: the next one goes on from there, and the archive is the same to the byte. A step of somebody
 * who was thought to be dead is not written (compare-and-set).
 */
final readonly class BuildExport
{
    public const JOB = 'accountant.build';

    /** Seconds of one run; others' work comes between. */
    private const BUDGET = 6;

    /**
     * @param Closure(ZipFormat): list<Part> $parts one after the other
     * @param Closure(): Calendar $calendar
     * @param Closure(Export): ?Mail $mail what is mailed once it is ready
     */
    public function __construct(
        private Database $database,
        private Changes $changes,
        private ExportRepository $exports,
        private Clock $clock,
        private Closure $parts,
        private Closure $calendar,
        private Closure $mail,
    ) {
    }

    /** @return DateTimeImmutable|null when to go on; null when it is done, or nobody wants it any more */
    public function handle(int $id, int $budget = self::BUDGET): ?DateTimeImmutable
    {
        $end = hrtime(true) + $budget * 1_000_000_000;
        do {
            $export = $this->exports->find($id);
            if ($export === null || $export->state !== ExportState::Running) {
                return null;
            }
            $this->step($export);
        } while (hrtime(true) < $end);

        return $this->clock->now();
    }

    /** One step: a few documents, or some rows of a table. */
    public function step(Export $export): void
    {
        $zip = new ZipFormat($export->created_at->setTimezone(($this->calendar)()->zone));
        $parts = ($this->parts)($zip);
        $archive = new Archive($export, $zip);
        $progress = Languages::in($export->locale, static fn () => $parts[$export->part]->write($export, $archive));
        $part = $progress->next === null ? $export->part + 1 : $export->part;
        $step = $archive->step($part, $progress->next, $export->done + $progress->documents, $progress->sums ?? $export->sums, ! isset($parts[$part]), [...$export->problems, ...$progress->problems]);
        if ($step->is_last) {
            $this->end($export, $step);

            return;
        }
        $this->database->transaction(fn (): bool => $this->exports->write($export, $step));
    }

    private function end(Export $export, Step $step): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($export, $step): void {
            if (! $this->exports->write($export, $step)) {
                return;
            }
            $change->event('accountant_export.ready', [['accountant_export', $export->id]], null, ['from' => $export->from, 'to' => $export->to]);
            $mail = ($this->mail)($export);
            if ($mail !== null) {
                $change->mail($mail);
            }
            /**
             * Fires once an accountant export can be downloaded.
             *
             * @param int $export_id
             * @since 0.2.0
             */
            $change->hook('accountant_export_ready', $export->id);
        });
    }
}
