<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Codes;

/** What a banking app reads from a code on a bill: a transfer that is filled in and only has to be confirmed. */
final readonly class TransferCode
{
    /** Accounts elsewhere need a BIC beside their IBAN. */
    private const EEA = [
        'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI',
        'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
    ];

    /**
     * @param string $text what is in the code
     * @param 'L'|'M' $correction as the code's standard asks for
     */
    private function __construct(public string $text, public string $correction)
    {
    }

    /**
     * The European code for euro transfers: EPC069-12 version 2, for accounts in the EEA without a BIC as well.
     * Source: https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation
     *
     * @param string $iban without spaces
     * @param int $amount cents
     * @param string $reference what the transfer says it is for
     * @return self|null null where the code can't say it
     */
    public static function epc(string $name, string $iban, string $bic, int $amount, string $reference): ?self
    {
        [$name, $reference] = [self::line($name), self::line($reference)];
        $needs_bic = ! in_array(substr($iban, 0, 2), self::EEA, true);
        if ($name === '' || $amount < 1 || $amount > 99_999_999_999 || mb_strlen($name) > 70 || ($needs_bic && $bic === '')) {
            return null;
        }
        $text = implode("\n", ['BCD', '002', '1', 'SCT', $bic, $name, $iban, sprintf('EUR%d.%02d', intdiv($amount, 100), $amount % 100), '', ...self::said($reference)]);

        return self::holds($text) ? new self($text, 'M') : null;
    }

    /**
     * The Polish banks' code for transfers in złoty.
     * Source: Związek Banków Polskich, Rekomendacja dotycząca kodu dwuwymiarowego („2D”), version 1.0, December 2013.
     *
     * @param string $iban without spaces, "PL" and 26 digits
     * @param string $nip of the payee, ten digits; empty for a person
     * @param int $amount grosze; the code has room for 9,999.99 zł
     * @return self|null null where the code can't say it
     */
    public static function zbp(string $name, string $iban, string $nip, int $amount, string $reference): ?self
    {
        $reference = self::field($reference);
        // A name may be cut, for the account says who is paid; what it is for may not.
        $name = trim(mb_substr(self::field($name), 0, 20));
        if ($name === '' || $amount < 1 || $amount > 999_999 || preg_match('/^PL\d{26}$/D', $iban) !== 1) {
            return null;
        }

        $text = implode('|', [preg_match('/^\d{10}$/D', $nip) === 1 ? $nip : '', 'PL', substr($iban, 2), sprintf('%06d', $amount), $name, $reference, '', '', '']);

        return self::holds($text) ? new self($text, 'L') : null;
    }

    /** A code's text with what it is for in the place of a mark. */
    public static function with_reference(string $text, string $mark, string $reference): string
    {
        $european = explode("\n", $text);
        $at = array_search($mark, $european, true);

        return $european[0] === 'BCD' && $at !== false
            ? implode("\n", array_replace($european, [9 => self::said($reference)[0], 10 => self::said($reference)[1]]))
            : str_replace($mark, $reference, $text);
    }

    /** @return array{string, string} structured and in free words: a code has one of them */
    private static function said(string $reference): array
    {
        return CreditorReference::is($reference) ? [$reference, ''] : ['', $reference];
    }

    /** Whether a code's text keeps to its standard's lengths, also once a number has been written into it. */
    public static function holds(string $text): bool
    {
        $european = explode("\n", $text);

        return $european[0] === 'BCD'
            ? strlen($text) <= 331 && mb_strlen($european[10] ?? '') <= 140
            : mb_strlen(explode('|', $text)[5] ?? '') <= 32 && mb_strlen($text) <= 160;
    }

    private static function line(string $text): string
    {
        return trim((string) preg_replace('/\s+/u', ' ', $text));
    }

    private static function field(string $text): string
    {
        return self::line(str_replace('|', ' ', $text));
    }
}
