<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\SearchWords;

/** What the columns of a CSV file seem to mean, by their names and by what stands in them. */
final readonly class CsvGuess
{
    /** Parts of names, in English, Polish, German, French, Dutch, Spanish and Italian, without accents; the most telling first. */
    private const NAMES = [
        'date' => ['completed date', 'booking date', 'data ksiegowania', 'data operacji', 'buchungstag', 'buchungsdatum', 'date operation', 'boekdatum', 'data transakcji', 'fecha', 'date', 'datum', 'data'],
        'direction' => ['af bij', 'debit/credit', 'debet/credit', 'soll/haben', 'wn/ma', 'strona', 'credit/debit', 'direction', 'cr/dr', 'dr/cr', 'd/c', 'c/d', 's/h', '+/-', 'dc'],
        'credit' => ['credit', 'uznania', 'money in', 'paid in', 'haben', 'gutschrift', 'bij', 'entrate', 'abono'],
        'debit' => ['debit', 'obciazenia', 'money out', 'paid out', 'soll', 'belastung', 'uscite', 'cargo'],
        'amount' => ['amount', 'kwota operacji', 'kwota', 'betrag', 'umsatz', 'montant', 'bedrag', 'importe', 'importo'],
        'currency_column' => ['currency', 'waluta', 'wahrung', 'waehrung', 'devise', 'munt', 'divisa', 'valuta'],
        'account' => ['counterparty account', 'counter account', 'partner iban', 'tegenrekening', 'kontonummer/iban', 'numer rachunku', 'nr rachunku', 'numer konta', 'kontonummer', 'iban'],
        'name' => ['counterparty', 'nadawca', 'dane kontrahenta', 'kontrahent', 'payer', 'partner name', 'name', 'nazwa', 'auftraggeber', 'beguenstigter', 'zahlungspflichtig', 'zahlungsbeteiligt', 'naam', 'nom', 'party'],
        'text' => ['title', 'tytul', 'purpose', 'verwendungszweck', 'description', 'details', 'opis operacji', 'opis', 'omschrijving', 'mededelingen', 'libelle', 'motif', 'concepto', 'causale', 'memo', 'reference', 'text'],
        'reference' => ['end to end', 'end-to-end', 'kundenreferenz', 'payment reference', 'numer referencyjny', 'kenmerk'],
    ];

    public static function of(CsvHeader $header): CsvMapping
    {
        $names = array_map(static fn (string $name): string => SearchWords::fold($name), $header->columns);
        $found = [];
        foreach (self::NAMES as $what => $words) {
            $found[$what] = self::column($names, $words, array_filter($found, static fn (?int $column): bool => $column !== null));
        }
        $column = static fn (int $index): array => array_values(array_filter(array_map(static fn (array $row): string => $row[$index] ?? '', $header->samples), static fn (string $cell): bool => $cell !== ''));
        $date = $found['date'] ?? self::first($header, static fn (string $cell): bool => self::date_format([$cell]) !== null) ?? 0;
        $amount = $found['amount'];
        if ($amount === null && $found['credit'] === null) {
            $amount = self::first($header, static fn (string $cell): bool => self::is_amount($cell) && self::date_format([$cell]) === null);
        }
        $amounts = $column($amount ?? $found['credit'] ?? 0);
        $currency = $found['currency_column'] === null ? self::currency_in($amounts) : ($column($found['currency_column'])[0] ?? '');
        $says_direction = static fn (?int $index): bool => $index !== null && $column($index) !== [] && array_filter($column($index), static fn (string $cell): bool => ! Csv::is_direction($cell)) === [];
        // Some banks call it "Type", or nothing: then the words in it say what it is, where no amount has a sign of its own.
        $candidates = $says_direction($found['direction']) ? [$found['direction']] : (array_filter($amounts, static fn (string $cell): bool => preg_match('/[-−(]/u', $cell) === 1) === [] ? array_keys($header->columns) : []);
        $direction = array_values(array_filter($candidates, $says_direction))[0] ?? null;

        return new CsvMapping(
            $header->separator,
            $header->charset,
            self::decimal_in($amounts, $currency),
            self::date_format($column($date)) ?? 'YYYY-MM-DD',
            $date,
            $amount,
            $amount === null ? $found['credit'] : null,
            $amount === null ? $found['debit'] : null,
            $amount === null ? null : $direction,
            $found['currency_column'],
            $found['currency_column'] === null ? $currency : '',
            $found['name'],
            $found['account'],
            $found['text'] === null ? [] : [$found['text']],
            $found['reference'],
            '',
        );
    }

    /**
     * @param list<string> $cells
     * @return string|null one of Days::FORMATS that all of them are in; days first where it can't be told
     */
    public static function date_format(array $cells): ?string
    {
        foreach (array_keys(Days::FORMATS) as $format) {
            if ($cells !== [] && array_filter($cells, static fn (string $cell): bool => Days::read($cell, $format) === null) === []) {
                return $format;
            }
        }

        return null;
    }

    public static function is_amount(string $cell): bool
    {
        return preg_match('/^[-−+(]?(?:[A-Z]{3} ?)?\d[\d.,\'’\p{Z}]*(?:[.,]\d{1,3})?[-−)]?\p{Z}?(?:[A-Z]{3}|\p{Sc}|zł|Kč)?$/Du', $cell) === 1 && strlen((string) preg_replace('/\D/', '', $cell)) < 16;
    }

    /**
     * @param list<string> $names
     * @param list<string> $words
     * @param array<string, int> $taken
     */
    private static function column(array $names, array $words, array $taken): ?int
    {
        foreach ($words as $word) {
            foreach ($names as $index => $name) {
                if (str_contains($name, $word) && ! in_array($index, $taken, true)) {
                    return $index;
                }
            }
        }

        return null;
    }

    /** @param callable(string): bool $fits */
    private static function first(CsvHeader $header, callable $fits): ?int
    {
        foreach ($header->samples[0] ?? [] as $index => $cell) {
            if ($fits($cell)) {
                return $index;
            }
        }

        return null;
    }

    /**
     * The last sign of an amount is the decimal one, unless as many digits follow it as between thousands.
     *
     * @param list<string> $amounts
     * @return non-empty-string
     */
    private static function decimal_in(array $amounts, string $currency): string
    {
        $decimals = in_array($currency, Currency::codes(), true) ? Currency::of($currency)->decimals : 2;
        foreach ($amounts as $amount) {
            if (preg_match('/([.,])(\d+)\D*$/D', $amount, $found) === 1) {
                $is_thousands = strlen($found[2]) === 3 && ($decimals !== 3 || substr_count($amount, $found[1]) > 1);

                return $is_thousands === ($found[1] === '.') ? ',' : '.';
            }
        }

        return ',';
    }

    /** @param list<string> $amounts */
    private static function currency_in(array $amounts): string
    {
        $text = implode(' ', $amounts);
        $code = preg_match('/\b[A-Z]{3}\b/', $text, $found) === 1 ? $found[0] : '';

        return match (true) {
            in_array($code, Currency::codes(), true) => $code,
            str_contains($text, '€') => 'EUR',
            str_contains($text, '£') => 'GBP',
            str_contains($text, 'zł') => 'PLN',
            default => '',
        };
    }
}
