<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\Format;
use Counterfoil\Bank\Formats\Line;
use Counterfoil\Bank\Formats\StatementError;
use Counterfoil\Bank\Formats\StatementReader;
use Counterfoil\Bank\Matching\MatchTransfers;
use Counterfoil\Bank\Matching\Proposal;
use Counterfoil\Bank\Matching\Transfer;
use Counterfoil\Bank\Matching\Why;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/**
 * Takes in the lines of a bank statement, all or none, and says what each seems to pay. Memory stays the same however many
 * there are. A line that came in another file before is left out, in whichever format that was; equal lines of one file are
 * counted, so that the second of two equal transfers is kept.
 */
final readonly class ImportStatement
{
    public const MOST_LINES = 10_000;
    private const CHUNK = 100;

    public function __construct(private Changes $changes, private ImportRepository $imports, private EntryRepository $entries, private ProposeMatches $propose, private BankSettings $settings)
    {
    }

    /**
     * @param string $path of the file
     * @return int id of the import
     * @throws DomainError 400 that names the line, 409 when all of it is known
     */
    public function handle(StatementReader $reader, Format $format, string $path, string $file_name, Actor $by): int
    {
        $this->check($reader, $path);

        return $this->changes->run($by, function (Change $change) use ($reader, $format, $path, $file_name, $by): int {
            $this->settings->hold_imports();
            $id = $this->imports->add($format, $file_name, $by);
            $lines = $this->take_in($id, self::moving($reader->lines($path)), new LinesOfOtherFormats($this->entries, $format, $this->imports->has_other_than($format)));
            if ($lines->added === 0) {
                /* translators: %d: number of lines */
                throw DomainError::conflict('bank_statement_known', sprintf(_n('The %d line of this file was imported before. Nothing was added.', 'All %d lines of this file were imported before. Nothing was added.', $lines->count, 'counterfoil'), $lines->count));
            }
            $this->imports->finish($id, $lines->account, $lines->first_day, $lines->last_day, $lines->count, $lines->added);
            $change->event('bank_statement.imported', [['bank_import', $id]], null, ['file_name' => $file_name, 'added' => $lines->added]);
            /**
             * Fires after a bank statement was imported.
             *
             * @param int $import_id
             * @since 0.2.0
             */
            $change->hook('bank_statement_imported', $id);
            if ($this->settings->books_sure()) {
                $change->job(ConfirmSure::JOB, $id);
            }

            return $id;
        });
    }

    /** Before anything is written: whether all of it can be read, and is not too much. */
    private function check(StatementReader $reader, string $path): void
    {
        $count = 0;
        foreach (self::moving($reader->lines($path)) as $line) {
            if (++$count > self::MOST_LINES) {
                /* translators: %s: number */
                throw StatementError::at($line->at, sprintf(__('A file can have up to %s lines. Export a shorter period.', 'counterfoil'), number_format_i18n(self::MOST_LINES)));
            }
        }
        if ($count === 0) {
            throw StatementError::in_general(__('There are no transactions in this file. Export a longer period.', 'counterfoil'));
        }
    }

    /**
     * Banks write lines of 0.00 to say something; no money moves with them.
     *
     * @param iterable<Line> $lines
     * @return iterable<Line>
     */
    private static function moving(iterable $lines): iterable
    {
        foreach ($lines as $line) {
            if ($line->amount !== 0) {
                yield $line;
            }
        }
    }

    /** @param iterable<Line> $lines */
    private function take_in(int $import_id, iterable $lines, LinesOfOtherFormats $others): ImportedLines
    {
        $matcher = $this->propose->matcher();
        $imported = new ImportedLines();
        $chunk = [];
        foreach ($lines as $line) {
            $chunk[] = [$imported->identity($line), $line];
            if (count($chunk) >= self::CHUNK) {
                $imported->added += $this->add($import_id, $others->without_known($chunk), $matcher);
                $chunk = [];
            }
        }
        $imported->added += $this->add($import_id, $others->without_known($chunk), $matcher);

        return $imported;
    }

    /**
     * @param list<array{string, Line}> $chunk each with its identity
     * @return int how many are new
     */
    private function add(int $import_id, array $chunk, MatchTransfers $matcher): int
    {
        $transfers = [];
        foreach ($chunk as $index => [, $line]) {
            if ($line->amount > 0) {
                $transfers[$index] = self::transfer($line);
            }
        }
        $proposals = $this->propose->of_transfers($matcher, $transfers);
        $rows = [];
        foreach ($chunk as $index => [$identity, $line]) {
            $rows[] = self::row($import_id, $identity, $line, $proposals[$index] ?? Proposal::none(Why::Outgoing));
        }

        return $this->entries->add($rows);
    }

    private static function transfer(Line $line): Transfer
    {
        return new Transfer($line->amount, $line->currency, $line->name, $line->account, $line->purpose, $line->reference, $line->is_reversal);
    }

    /** @return non-empty-array<string, int|string|null> */
    private static function row(int $import_id, string $identity, Line $line, Proposal $proposal): array
    {
        return [
            'import_id' => $import_id,
            'identity' => $identity,
            'own_account' => mb_substr($line->own_account, 0, 60),
            'booked_on' => $line->booked_on,
            'amount' => $line->amount,
            'currency' => $line->currency,
            'name' => mb_substr($line->name, 0, 190),
            'account' => mb_substr($line->account, 0, 60),
            'purpose' => mb_substr($line->purpose, 0, 1000),
            'reference' => mb_substr($line->reference, 0, 140),
            'state' => ($line->amount > 0 ? EntryState::Open : EntryState::Ignored)->value,
            ...$proposal->to_row(),
        ];
    }
}
