<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Money;

use Counterfoil\Shared\DomainError;

/**
 * A currency bills can be written in, with the number of digits of its minor unit as people know it (ISO 4217).
 * How a gateway writes its amounts on the wire is the gateway's affair.
 */
final readonly class Currency
{
    private const ZERO_DECIMAL = ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'];
    private const THREE_DECIMAL = ['BHD', 'JOD', 'KWD', 'OMR', 'TND'];
    private const TWO_DECIMAL = [
        'AED', 'AFN', 'ALL', 'AMD', 'ANG', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BMD', 'BND', 'BOB',
        'BRL', 'BSD', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHF', 'CNY', 'COP', 'CRC', 'CVE', 'CZK', 'DKK', 'DOP', 'DZD',
        'EGP', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GIP', 'GMD', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR',
        'ILS', 'INR', 'JMD', 'KES', 'KGS', 'KHR', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'MAD', 'MDL', 'MKD',
        'MMK', 'MNT', 'MOP', 'MUR', 'MVR', 'MWK', 'MXN', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'PAB',
        'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'QAR', 'RON', 'RSD', 'RUB', 'SAR', 'SBD', 'SCR', 'SEK', 'SGD', 'SHP', 'SLE',
        'SOS', 'SRD', 'STD', 'SZL', 'THB', 'TJS', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'USD', 'UYU', 'UZS', 'WST',
        'XCD', 'XCG', 'YER', 'ZAR', 'ZMW',
    ];

    private function __construct(
        /** ISO 4217, upper case */
        public string $code,
        /** Digits of the minor unit: 0, 2 or 3 */
        public int $decimals,
    ) {
    }

    /** @throws DomainError 400 when it is not one of these */
    public static function of(string $code): self
    {
        $decimals = match (true) {
            in_array($code, self::TWO_DECIMAL, true) => 2,
            in_array($code, self::ZERO_DECIMAL, true) => 0,
            in_array($code, self::THREE_DECIMAL, true) => 3,
            default => throw DomainError::invalid(
                /* translators: %s: currency code */
                sprintf(__('“%s” isn’t a supported currency. Choose one from the list.', 'counterfoil'), $code),
                '/currency'
            ),
        };

        return new self($code, $decimals);
    }

    /** @return list<string> every code, sorted */
    public static function codes(): array
    {
        $codes = [...self::TWO_DECIMAL, ...self::ZERO_DECIMAL, ...self::THREE_DECIMAL];
        sort($codes);

        return $codes;
    }

    public function equals(self $other): bool
    {
        return $this->code === $other->code;
    }
}
