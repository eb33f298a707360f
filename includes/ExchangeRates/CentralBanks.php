<?php

declare(strict_types=1);

namespace Counterfoil\ExchangeRates;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Queue\JobFailed;

/**
 * The mean rates of the National Bank of Poland (table A) for what is taxed in zloty (VAT act, art. 31a), the reference
 * rates of the European Central Bank for all else (directive 2006/112/EC, art. 91).
 */
final readonly class CentralBanks implements RateSource
{
    /** Days: longer than any holidays. */
    private const BACK = 10;

    /** Seconds: nobody waits for it. */
    private const TIMEOUT = 20;

    public function __construct(private Database $database)
    {
    }

    public function ask(string $from, string $to, string $before): ExchangeRate
    {
        $this->database->assert_no_transaction();
        $first = Calendar::add_days($before, -self::BACK);
        $last = Calendar::add_days($before, -1);

        return $to === 'PLN' ? $this->ask_nbp($from, $first, $last) : $this->ask_ecb($from, $to, $first, $last);
    }

    private function ask_nbp(string $from, string $first, string $last): ExchangeRate
    {
        $answer = json_decode($this->read("https://api.nbp.pl/api/exchangerates/rates/A/{$from}/{$first}/{$last}/?format=json"), true, 8);
        $rates = is_array($answer) && is_array($answer['rates'] ?? null) ? $answer['rates'] : [];
        $newest = end($rates);
        $mid = is_array($newest) && is_numeric($newest['mid'] ?? null) ? BigDecimal::of((string) $newest['mid']) : BigDecimal::zero();
        if (! is_array($newest) || ! $mid->isPositive()) {
            throw new JobFailed("NBP: no rate of {$from}.");
        }

        return new ExchangeRate($from, 'PLN', self::plain((string) $mid->toScale(8, RoundingMode::HALF_UP)), (string) $newest['effectiveDate'], 'nbp', (string) $newest['no']);
    }

    /** It has how many of each currency a euro is; between two others the way leads over it. */
    private function ask_ecb(string $from, string $to, string $first, string $last): ExchangeRate
    {
        [$of_to, $day] = $to === 'EUR' ? [BigDecimal::one(), null] : $this->per_euro($to, $first, $last);
        [$of_from, $same_day] = $from === 'EUR' ? [BigDecimal::one(), null] : $this->per_euro($from, $first, $last);
        $value = $of_to->dividedBy($of_from, 8, RoundingMode::HALF_UP);

        return new ExchangeRate($from, $to, self::plain((string) $value), (string) ($same_day ?? $day), 'ecb');
    }

    /** @return array{BigDecimal, string} rate and day */
    private function per_euro(string $currency, string $first, string $last): array
    {
        $lines = explode("\n", trim($this->read("https://data-api.ecb.europa.eu/service/data/EXR/D.{$currency}.EUR.SP00.A?startPeriod={$first}&endPeriod={$last}&format=csvdata")));
        $head = array_flip(array_map(strval(...), str_getcsv($lines[0], ',', '"', '')));
        $newest = str_getcsv((string) end($lines), ',', '"', '');
        $value = $newest[$head['OBS_VALUE'] ?? -1] ?? '';
        $day = $newest[$head['TIME_PERIOD'] ?? -1] ?? '';
        if (preg_match('/^\d+(\.\d+)?$/D', (string) $value) !== 1 || preg_match('/^\d{4}-\d\d-\d\d$/D', (string) $day) !== 1 || BigDecimal::of((string) $value)->isZero()) {
            throw new JobFailed("ECB: no rate of {$currency}.");
        }

        return [BigDecimal::of((string) $value), (string) $day];
    }

    private function read(string $url): string
    {
        $answer = wp_remote_get($url, ['timeout' => self::TIMEOUT, 'redirection' => 0]);
        if (is_wp_error($answer)) {
            throw new JobFailed($answer->get_error_message());
        }
        if (wp_remote_retrieve_response_code($answer) !== 200) {
            throw new JobFailed('HTTP ' . wp_remote_retrieve_response_code($answer));
        }

        return wp_remote_retrieve_body($answer);
    }

    private static function plain(string $decimal): string
    {
        return str_contains($decimal, '.') ? rtrim(rtrim($decimal, '0'), '.') : $decimal;
    }
}
