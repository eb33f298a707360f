<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/**
 * SWIFT MT940 as banks write it: one statement after another, tags at the beginnings of lines. What :86: holds differs from
 * bank to bank; Mt940Details knows the forms.
 */
final readonly class Mt940 implements StatementReader
{
    /** Value date, entry day, C or D (R: taken back, E: only expected), letter of the currency, amount, kind, references. */
    private const LINE = '/^(?<date>\d{6})(?<entry>\d{4})?(?<mark>E?R?[CD])(?<funds>[A-Z])?(?<amount>\d[\d ]*(?:,\d*)?)(?<kind>[A-Z][A-Z0-9]{3})?(?<rest>.*)$/s';

    public function lines(string $path): iterable
    {
        $charset = Charset::of_file($path);
        [$account, $currency, $pending] = ['', '', null];
        $count = 0;
        foreach ($this->fields($path) as [$at, $tag, $value]) {
            if ($tag !== '86' && $pending !== null) {
                yield $this->line($pending, '', $account, $currency, $charset);
                $pending = null;
            }
            if ($tag === '20') {
                ++$count;
                [$account, $currency] = ['', ''];
            } elseif ($tag === '25') {
                $account = self::account($value);
            } elseif ($tag === '60F' || $tag === '60M') {
                $currency = preg_match('/^[CD]\d{6}([A-Z]{3})/', $value, $found) === 1 ? $found[1] : throw StatementError::currency($at, $value);
            } elseif ($tag === '61') {
                $pending = self::is_expected($value) ? null : [$at, $value];
            } elseif ($tag === '86' && $pending !== null) {
                yield $this->line($pending, $value, $account, $currency, $charset);
                $pending = null;
            }
        }
        if ($pending !== null) {
            yield $this->line($pending, '', $account, $currency, $charset);
        }
        if ($count === 0) {
            throw StatementError::in_general(__('This MT940 file doesn’t contain a statement. Download it from your bank again.', 'counterfoil'));
        }
    }

    /** @param array{int, string} $pending */
    private function line(array $pending, string $details, string $account, string $currency, Charset $charset): Line
    {
        [$at, $value] = $pending;
        // What stands on a second line of :61: is more about it.
        [$first] = explode("\n", $value, 2);
        if (preg_match(self::LINE, $first, $found) !== 1) {
            /* translators: %s: what stands in the file */
            throw StatementError::at($at, sprintf(__('“%s” isn’t a transaction.', 'counterfoil'), mb_substr(mb_scrub($first), 0, 40)));
        }
        $minor = Amounts::minor(str_replace(' ', '', $found['amount']), ',', $currency, $at);
        $is_taken_back = str_contains($found['mark'], 'R');
        $is_credit = str_ends_with($found['mark'], 'C') !== $is_taken_back;
        [$customer, $bank] = [...explode('//', $found['rest'], 2), ''];
        $about = Mt940Details::of($charset->decoded($details));
        $customer = trim($charset->decoded($customer));

        return new Line(
            $at,
            self::booked_on($found['date'], $found['entry'], $at),
            $is_credit ? $minor : -$minor,
            $currency,
            $about->name,
            $about->account,
            $about->purpose,
            $about->reference !== '' ? $about->reference : (in_array(strtoupper($customer), ['NONREF', 'NOREF', ''], true) ? '' : $customer),
            trim($bank),
            $account,
            $is_taken_back,
        );
    }

    /** @return iterable<array{int, string, string}> line, tag and value; further lines of a value begin with "\n" */
    private function fields(string $path): iterable
    {
        $file = fopen($path, 'r');
        if ($file === false) {
            return;
        }
        try {
            [$at, $tag, $value, $line] = [0, '', '', 0];
            while (($text = fgets($file, 65_536)) !== false) {
                ++$line;
                $text = rtrim($line === 1 ? (string) preg_replace('/^\xEF\xBB\xBF/', '', $text) : $text, "\r\n");
                if (preg_match('/^(?:\{.*)?:(\d{2}[A-Z]?):(.*)$/s', $text, $found) === 1) {
                    if ($tag !== '') {
                        yield [$at, $tag, $value];
                    }
                    [$at, $tag, $value] = [$line, $found[1], $found[2]];
                } elseif ($text === '-' || str_starts_with($text, '-}') || str_starts_with($text, '{')) {
                    if ($tag !== '') {
                        yield [$at, $tag, $value];
                    }
                    $tag = '';
                } elseif ($tag !== '' && strlen($value) < 65_536) {
                    $value .= "\n{$text}";
                }
            }
            if ($tag !== '') {
                yield [$at, $tag, $value];
            }
        } finally {
            fclose($file);
        }
    }

    private static function is_expected(string $value): bool
    {
        return preg_match(self::LINE, $value, $found) === 1 && str_starts_with($found['mark'], 'E');
    }

    /** "/PL61109010140000071219812874", "NL02ABNA0123456789EUR", "37040044/0532013000EUR" */
    private static function account(string $value): string
    {
        $account = strtoupper((string) preg_replace('/[\s]+/', '', $value));
        if (preg_match('/[A-Z]{2}\d{2}[A-Z0-9]{8,30}/', $account, $found) === 1) {
            $account = $found[0];
        }

        return substr((string) preg_replace('/(?<=\d)[A-Z]{3}$/D', '', ltrim($account, '/')), 0, 60);
    }

    /** The day of the entry has no year: it is the one nearest to the value date. */
    private static function booked_on(string $date, string $entry, int $at): string
    {
        $year = 2000 + (int) substr($date, 0, 2);
        if ($entry !== '') {
            $months = (int) substr($entry, 0, 2) - (int) substr($date, 2, 2);
            $year += ($months < -6 ? 1 : 0) - ($months > 6 ? 1 : 0);
        }
        $text = $year . ($entry !== '' ? $entry : substr($date, 2));

        return Days::read($text, 'YYYYMMDD') ?? throw StatementError::day($at, $date . $entry);
    }
}
