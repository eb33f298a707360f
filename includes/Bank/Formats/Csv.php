<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/**
 * A table of lines, by what its columns are said to mean. A row without a date and an amount is no line (a balance, a
 * footer); one that has only one of the two is an error: a line must not be lost.
 */
final readonly class Csv implements StatementReader
{
    /** What banks write where money went out, and where it came in. */
    private const OUT = ['af', 'd', 'dr', 'dbit', 'debit', 'débit', 'debet', 'out', 'outgoing', '-', '−', 's', 'soll', 'wn', 'w', 'obciążenie', 'wydatek', 'debito', 'dare', 'cargo'];
    private const IN = ['bij', 'c', 'cr', 'crdt', 'credit', 'crédit', 'in', 'incoming', '+', 'h', 'haben', 'ma', 'm', 'uznanie', 'wpływ', 'credito', 'crédito', 'avere', 'abono'];

    public function __construct(private CsvHeader $header, private CsvMapping $mapping)
    {
    }

    /** Whether a cell says of an amount if it came in or went out. */
    public static function is_direction(string $cell): bool
    {
        return in_array(mb_strtolower($cell), [...self::OUT, ...self::IN], true);
    }

    public function lines(string $path): iterable
    {
        $file = fopen($path, 'r');
        if ($file === false) {
            throw StatementError::in_general(__('The upload was interrupted. Try again.', 'counterfoil'));
        }
        try {
            $row = 0;
            // The next file of this bank may be written otherwise, and one without accents is taken for UTF-8.
            $charset = in_array(Charset::Utf8, [$this->header->charset, $this->mapping->encoding], true) ? $this->header->charset : $this->mapping->encoding;
            foreach (CsvHeader::rows($file, $this->mapping->separator, $charset) as $at => $cells) {
                $line = $row++ < $this->header->rows_above ? null : $this->line($at, $cells);
                if ($line !== null) {
                    yield $line;
                }
            }
        } finally {
            fclose($file);
        }
    }

    /** @param list<string> $cells */
    private function line(int $at, array $cells): ?Line
    {
        $date = $this->cell($cells, $this->mapping->date);
        $day = Days::read($date, $this->mapping->date_format);
        $texts = array_map(fn (?int $column): string => $this->cell($cells, $column), [$this->mapping->amount, $this->mapping->credit, $this->mapping->debit]);
        $has_amount = array_filter($texts, CsvGuess::is_amount(...)) !== [];
        if ($day === null && (! $has_amount || $date === '')) {
            return null;
        }
        if ($day === null) {
            throw StatementError::day($at, $date);
        }
        if (! $has_amount) {
            if (implode('', $texts) === '') {
                return null;
            }
            throw StatementError::amount($at, implode('', $texts));
        }
        $currency = $this->mapping->currency_column === null ? $this->mapping->currency : strtoupper($this->cell($cells, $this->mapping->currency_column));
        $account = strtoupper((string) preg_replace('/[\s\'"]+/', '', $this->cell($cells, $this->mapping->account)));

        $own = strtoupper((string) preg_replace('/\s+/', '', $this->mapping->own_account));

        return new Line(
            $at,
            $day,
            $this->amount($texts, $this->cell($cells, $this->mapping->direction), $currency, $at),
            $currency,
            $this->cell($cells, $this->mapping->name),
            // The account these files are of says nothing of who paid.
            $account === $own ? '' : $account,
            trim(implode(' ', array_filter(array_map(fn (int $column): string => $this->cell($cells, $column), $this->mapping->text), static fn (string $text): bool => $text !== ''))),
            $this->cell($cells, $this->mapping->reference),
            '',
            $own,
        );
    }

    /** @param array{string, string, string} $texts of the signed amount, of money in and of money out */
    private function amount(array $texts, string $direction, string $currency, int $at): int
    {
        [$signed, $in, $out] = array_map(fn (string $text): int => $this->minor($text, $currency, $at), $texts);

        return match (true) {
            $this->mapping->amount === null => $in - abs($out),
            $this->mapping->direction === null => $signed,
            in_array(mb_strtolower($direction), self::OUT, true) => -abs($signed),
            in_array(mb_strtolower($direction), self::IN, true) => $signed,
            default => throw StatementError::direction($at),
        };
    }

    /** @return int minor units; 0 for an empty cell */
    private function minor(string $text, string $currency, int $at): int
    {
        if ($text === '') {
            return 0;
        }
        $is_below_zero = preg_match('/^[-−(]|[-−)]\p{Z}?\D*$/u', $text) === 1;
        $digits = (string) preg_replace('/[^\d.,]/u', '', $text);
        $thousands = $this->mapping->decimal === ',' ? '.' : ',';
        $whole = explode($this->mapping->decimal, $digits, 2)[0];
        // "1,250" with a decimal comma would be 1.25 of most currencies: more likely the wrong sign was chosen.
        $is_thousand = preg_match('/[.,]\d{3}$/D', $digits) === 1 && str_contains($digits, $this->mapping->decimal) && Amounts::currency($currency, $at)->decimals < 3;
        if ($is_thousand || ! CsvGuess::is_amount($text) || (str_contains($whole, $thousands) && preg_match('/^\d{1,3}(' . preg_quote($thousands, '/') . '\d{3})+$/D', $whole) !== 1)) {
            throw StatementError::amount($at, $text);
        }
        $minor = Amounts::minor(str_replace($thousands, '', $whole) . substr($digits, strlen($whole)), $this->mapping->decimal, $currency, $at);

        return $is_below_zero ? -$minor : $minor;
    }

    /** @param list<string> $cells */
    private function cell(array $cells, ?int $column): string
    {
        return $column === null ? '' : trim($cells[$column] ?? '');
    }
}
